package dev.flywheel.core.cycle;

import com.google.common.hash.Hashing;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.program.Program;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Names evidence by what it says: the same content in any order, under any file names, said once or twice, has the same
 * digest.
 */
final class EvidenceDigest {

    private static final int ID_LENGTH = 12;

    private EvidenceDigest() {}

    static String of(Evidence evidence) {
        return digest(Stream.of(
                        texts("observation", evidence.observations(), Object::toString),
                        texts("line", evidence.orderLines(), line -> line.line().describe() + "|" + line.asOf()),
                        texts("coverage", evidence.coverage(), Object::toString),
                        texts("video", evidence.videos(), video -> video.describe()),
                        texts("live", evidence.lives(), Object::toString),
                        texts("tags", evidence.tags().entrySet(), Object::toString),
                        texts("creator", evidence.creators(), Object::toString),
                        texts("sample", evidence.samples(), Object::toString),
                        texts("sampleOrder", evidence.sampleOrders(), Object::toString),
                        texts("authorization", evidence.authorizations(), Authorization::toString),
                        texts("adTest", evidence.adTests(), Object::toString),
                        texts("search", evidence.brandedSearches(), Object::toString),
                        texts("amazon", evidence.amazon().all(), Object::toString),
                        texts("marketProduct", evidence.marketProducts(), Object::toString),
                        texts("import", evidence.imports(), report -> report.contentId()),
                        texts("finding", evidence.findings(), Object::toString))
                .flatMap(List::stream)
                .toList());
    }

    static String rotationId(Program program, LocalDate asOf, long seed, String digest, int number) {
        String name = digest(List.of(
                program.brand(),
                program.zone().toString(),
                asOf.toString(),
                String.valueOf(seed),
                digest,
                program.policy().toString(),
                program.products().toString(),
                program.dailyAdCap().toString()));
        return "rotation-" + number + "-" + name.substring(0, ID_LENGTH);
    }

    private static <T> List<String> texts(String kind, Collection<T> all, Function<T, String> text) {
        return all.stream()
                .map(one -> kind + " " + text.apply(one))
                .distinct()
                .sorted()
                .toList();
    }

    private static String digest(List<String> texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            all.append(text.length()).append(' ').append(text).append('\n');
        }
        return Hashing.sha256().hashString(all, StandardCharsets.UTF_8).toString();
    }
}
