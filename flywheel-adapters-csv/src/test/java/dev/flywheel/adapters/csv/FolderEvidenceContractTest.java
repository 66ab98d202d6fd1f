package dev.flywheel.adapters.csv;

import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.port.out.EvidenceSource;
import dev.flywheel.core.program.Program;
import dev.flywheel.testkit.EvidenceSourceContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;

/** A folder of files keeps what every source of evidence must keep. */
class FolderEvidenceContractTest extends EvidenceSourceContract {

    private static final List<Count> COUNTS =
            List.of(Count.VIEWS, Count.CLICKS, Count.ADD_TO_CARTS, Count.ORDERS, Count.ITEMS, Count.REFUNDED_ITEMS);
    private static final List<Amount> AMOUNTS = List.of(Amount.GMV, Amount.REFUNDS, Amount.COMMISSION, Amount.SPEND);

    @TempDir
    Path dir;

    private static EvidenceSource source(Path folder) {
        Program program = Folder.program(Currency.getInstance("USD"));
        return FolderEvidence.in(folder, ImportSettings.builder(program).build());
    }

    @Override
    protected EvidenceSource holding(List<Observation> rows) {
        List<String> header = new ArrayList<>(List.of("date", "video_id", "traffic"));
        COUNTS.forEach(what -> header.add(name(what)));
        AMOUNTS.forEach(what -> header.add(name(what)));
        List<List<String>> table = new ArrayList<>();
        table.add(header);
        rows.forEach(row -> table.add(cells(row)));
        new Folder(dir).tableOf(Folder.Container.CSV, "funnel", table);
        return source(dir);
    }

    private static List<String> cells(Observation row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.period().firstDay().toString());
        cells.add(row.subject() instanceof Subject.OfVideo video ? video.video().value() : "");
        cells.add(row.traffic().name());
        COUNTS.forEach(what -> {
            var value = row.funnel().get(what);
            cells.add(value.isPresent() ? String.valueOf(value.getAsLong()) : "");
        });
        AMOUNTS.forEach(what -> cells.add(row.funnel()
                .get(what)
                .map(money -> money.amount().toPlainString())
                .orElse("")));
        return cells;
    }

    private static String name(Enum<?> what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    @Override
    protected EvidenceSource holdingSomethingUnusable() {
        new Folder(dir).text("funnel.csv", "date,video_id,traffic,clicks\nyesterday,1,PAID,2\n");
        return source(dir);
    }

    @Override
    protected EvidenceSource unreadable() {
        return source(dir.resolve("nowhere"));
    }
}
