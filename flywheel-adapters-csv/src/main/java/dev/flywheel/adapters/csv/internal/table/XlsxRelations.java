package dev.flywheel.adapters.csv.internal.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Where the parts of a workbook lie: the relationships of the package or of one part. */
record XlsxRelations(Map<String, String> byId, Map<String, String> byType) {

    static XlsxRelations read(XlsxParts archive, String part, String base) throws IOException, XMLStreamException {
        Map<String, String> byId = new LinkedHashMap<>();
        Map<String, String> byType = new LinkedHashMap<>();
        try (@Nullable MeteredStream in = archive.part(part)) {
            if (in == null) {
                return new XlsxRelations(byId, byType);
            }
            try (XmlPart xml = XmlPart.open(in, archive.limits())) {
                while (xml.next()) {
                    if (xml.starts("Relationship") && !"External".equals(xml.attribute("TargetMode"))) {
                        String target = resolve(base, String.valueOf(xml.attribute("Target")));
                        if (byId.size() >= archive.limits().entries()) {
                            throw new IOException("more than " + byId.size() + " links between its parts");
                        }
                        byId.putIfAbsent(String.valueOf(xml.attribute("Id")), target);
                        String type = String.valueOf(xml.attribute("Type"));
                        byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), target);
                    }
                }
            }
        }
        return new XlsxRelations(byId, byType);
    }

    Optional<String> ofType(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    Optional<String> ofId(@Nullable String id) {
        return Optional.ofNullable(id).map(byId::get);
    }

    /** Names inside the archive only: a path that climbs above the root ends at the root. */
    private static String resolve(String base, String target) {
        Deque<String> steps = new ArrayDeque<>();
        String path = target.startsWith("/") ? target : base + "/" + target;
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}
