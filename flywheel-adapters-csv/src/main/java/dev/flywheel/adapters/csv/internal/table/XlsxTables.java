package dev.flywheel.adapters.csv.internal.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of an XLSX workbook. The declared dimension is never trusted, because the native exports write {@code A1}
 * over thousands of rows.
 */
final class XlsxTables implements TableSource {

    private static final int MAX_SHEETS = 64;
    private static final int WATCHED_ROWS = 1_024;
    private static final String REMEDY = "open it in a spreadsheet, save it as .xlsx or CSV, or download it again";

    private final XlsxParts archive;
    private final TableLimits limits;
    private final Watch watch;
    private final List<String> names;
    private final List<String> parts;
    private final XlsxSheet sheetReader;

    private XlsxTables(
            XlsxParts archive,
            TableLimits limits,
            Watch watch,
            List<String> names,
            List<String> parts,
            XlsxSheet sheetReader) {
        this.archive = archive;
        this.limits = limits;
        this.watch = watch;
        this.names = List.copyOf(names);
        this.parts = List.copyOf(parts);
        this.sheetReader = sheetReader;
    }

    @Override
    public String container() {
        return "XLSX workbook, " + (names.size() == 1 ? "1 sheet" : names.size() + " sheets");
    }

    static XlsxTables open(Path file, TableLimits limits, Watch watch) throws FileRefused, IOException {
        return open(XlsxArchive.open(file, limits), limits, watch);
    }

    static XlsxTables open(XlsxParts archive, TableLimits limits, Watch watch) throws FileRefused, IOException {
        try {
            return read(archive, limits, watch);
        } catch (IOException | XMLStreamException broken) {
            archive.close();
            throw refused(broken);
        } catch (FileRefused refused) {
            archive.close();
            throw refused;
        }
    }

    private static XlsxTables read(XlsxParts archive, TableLimits limits, Watch watch)
            throws FileRefused, IOException, XMLStreamException {
        String book = XlsxRelations.read(archive, "_rels/.rels", "")
                .ofType("officeDocument")
                .orElse("xl/workbook.xml");
        int slash = book.lastIndexOf('/');
        String base = slash < 0 ? "" : book.substring(0, slash);
        XlsxRelations relations = XlsxRelations.read(
                archive, (base.isEmpty() ? "" : base + "/") + "_rels/" + book.substring(slash + 1) + ".rels", base);
        List<String> names = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        boolean since1904 = sheets(archive, book, relations, names, parts);
        XlsxStrings strings =
                XlsxStrings.read(archive, relations.ofType("sharedStrings").orElse(null), limits);
        XlsxStyles styles = XlsxStyles.read(archive, relations.ofType("styles").orElse(null));
        return new XlsxTables(archive, limits, watch, names, parts, new XlsxSheet(strings, styles, since1904));
    }

    private static boolean sheets(
            XlsxParts archive, String book, XlsxRelations relations, List<String> names, List<String> parts)
            throws FileRefused, IOException, XMLStreamException {
        boolean since1904 = false;
        try (@Nullable MeteredStream in = archive.part(book)) {
            if (in == null) {
                throw new FileRefused("an archive that is not a workbook", "keep only exports in this folder");
            }
            try (XmlPart xml = XmlPart.open(in, archive.limits())) {
                while (xml.next()) {
                    if (xml.starts("workbookPr")) {
                        String flag = xml.attribute("date1904");
                        since1904 = "1".equals(flag) || "true".equals(flag);
                    } else if (xml.starts("sheet") && names.size() < MAX_SHEETS) {
                        String id = xml.anyNamespaceAttribute(uri -> uri.endsWith("/relationships"), "id");
                        String name = String.valueOf(xml.attribute("name"));
                        relations.ofId(id).ifPresent(part -> {
                            names.add(name);
                            parts.add(part);
                        });
                    }
                }
            }
        }
        return since1904;
    }

    @Override
    public List<String> sheets() {
        return names;
    }

    @Override
    public void read(int sheet, RowSink sink) throws FileRefused, IOException {
        try (@Nullable MeteredStream in = archive.part(parts.get(sheet))) {
            if (in == null) {
                throw new FileRefused("sheet \"" + names.get(sheet) + "\" is missing from the archive", REMEDY);
            }
            try (XmlPart xml = XmlPart.open(in, archive.limits())) {
                long[] rows = {0};
                if (sheetReader.read(xml, limits, watched(in, rows, sink))) {
                    in.readOut();
                    watch.read(in.declared(), in.declared(), rows[0]);
                }
            }
        } catch (IOException | XMLStreamException broken) {
            throw refused(broken);
        }
    }

    private RowSink watched(MeteredStream in, long[] rows, RowSink sink) {
        return row -> {
            if (++rows[0] % WATCHED_ROWS == 0) {
                watch.read(in.count(), in.declared(), rows[0]);
            }
            return sink.accept(row);
        };
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    private static FileRefused refused(Exception broken) {
        Throwable root = broken.getCause() == null ? broken : broken.getCause();
        String message = String.valueOf(root.getMessage()).replaceAll("\\s+", " ");
        return new FileRefused("a workbook that cannot be read: " + message, REMEDY);
    }
}
