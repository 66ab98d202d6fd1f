package dev.flywheel.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flywheel.core.performance.FileExplanation;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.RejectedRow;
import java.util.Currency;
import java.util.List;

/**
 * What an import makes of files as the document {@code flywheel.import/1}, whose schema is {@code
 * flywheel.import-1.schema.json} of this module. Fields are added, never renamed.
 */
public final class ImportJson {

    private ImportJson() {}

    /**
     * The document.
     *
     * @param files the files
     * @param currency the currency that amounts were read in
     * @return JSON
     */
    public static String of(List<FileExplanation> files, Currency currency) {
        ObjectNode document =
                JsonValues.object().put("schema", "flywheel.import/1").put("currency", currency.getCurrencyCode());
        document.set("files", JsonValues.array(files, ImportJson::file));
        return document.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
    }

    private static JsonNode file(FileExplanation file) {
        ImportReport report = file.report();
        ObjectNode node = JsonValues.object()
                .put("file", report.fileName())
                .put("contentId", report.contentId())
                .put("format", report.format())
                .put("saidByHand", file.saidByHand())
                .put("container", file.container())
                .put("sheet", file.sheet())
                .put("headerLine", file.headerLine());
        node.set("candidates", JsonValues.array(file.candidates(), ImportJson::candidate));
        node.set("columns", JsonValues.array(file.columns(), ImportJson::column));
        node.set("dates", JsonValues.texts(file.dates()));
        node.set("period", JsonValues.orNull(report.period(), JsonValues::period));
        node.put("periodFrom", file.periodFrom())
                .put("rows", report.rows())
                .put("accepted", report.accepted())
                .put("nonData", report.nonData());
        node.set("rejected", JsonValues.array(report.rejected(), ImportJson::rejected));
        node.set("findings", JsonValues.array(file.findings(), ImportJson::finding));
        return node;
    }

    private static JsonNode candidate(FileExplanation.Candidate candidate) {
        return JsonValues.object()
                .put("kind", candidate.kind())
                .put("line", candidate.line())
                .put("known", candidate.known())
                .put("named", candidate.named())
                .put("missing", candidate.missing())
                .put("chosen", candidate.chosen());
    }

    private static JsonNode column(FileExplanation.ColumnUse column) {
        ObjectNode node = JsonValues.object().put("name", column.name());
        node.set("field", JsonValues.text(column.field()));
        node.set("holds", JsonValues.text(column.holds()));
        return node.put("why", column.why());
    }

    private static JsonNode rejected(RejectedRow row) {
        return JsonValues.object()
                .put("line", row.line())
                .put("column", row.column())
                .put("value", row.value())
                .put("reason", row.reason())
                .put("remedy", row.remedy());
    }

    private static JsonNode finding(Finding finding) {
        return JsonValues.object()
                .put("kind", finding.kind().name())
                .put("severity", finding.kind().severity().name())
                .put("message", finding.message())
                .put("remedy", finding.remedy());
    }
}
