package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.frame.ImportFrame;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.Funnel.Amount;
import dev.flywheel.core.performance.Funnel.Count;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.RejectedRow;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The GMV Max creative report. Cost, impressions and clicks are the ads'; orders and revenue are organic and paid
 * together. The account column is a display name and never taken for a handle.
 */
final class AdRows implements RowMapper {

    private record Key(VideoId video, String campaign, List<ProductId> products, Funnel paid, Funnel blended) {}

    private static final class Totals {
        private Funnel paid;
        private Funnel blended;
        private final Set<ProductId> products = new LinkedHashSet<>();

        private Totals(Key first) {
            paid = first.paid();
            blended = first.blended();
            products.addAll(first.products());
        }

        private void add(Key more) {
            Funnel paidSum = paid.plus(more.paid());
            blended = blended.plus(more.blended());
            paid = paidSum;
            products.addAll(more.products());
        }
    }

    private static final String AMOUNT = "an amount";
    private static final String REMEDY = "export the report of an ad account in the programme's currency";

    private final ImportFrame frame;
    private final Map<Key, Long> seen = new HashMap<>();
    private final Map<VideoId, Totals> totals = new LinkedHashMap<>();
    private final List<RejectedRow> repeats = new ArrayList<>();
    private final Map<VideoId, Long> refused = new HashMap<>();
    private long besides;
    private @Nullable Money besidesCost;

    AdRows(ImportFrame frame) {
        this.frame = frame;
    }

    @Override
    public boolean isBesidesTheSubject(Cells cells) {
        if (!Texts.isMissing(cells.raw(Field.VIDEO_ID))) {
            return false;
        }
        try {
            cells.requireCurrency(AMOUNT, REMEDY);
            Money cost = cells.money(Field.COST);
            boolean hasNumbers = cost != null || cells.money(Field.GMV) != null;
            if (hasNumbers) {
                besides++;
                Money before = besidesCost;
                besidesCost = cost == null ? before : before == null ? cost : before.plus(cost);
            }
            return hasNumbers;
        } catch (RowRejected unreadable) {
            return false;
        }
    }

    @Override
    public void map(Cells cells) throws RowRejected {
        VideoId video = cells.required(Field.VIDEO_ID, cells.video(Field.VIDEO_ID));
        cells.requireCurrency(AMOUNT, REMEDY);
        Funnel.Builder paid = Funnel.builder(frame.currency());
        cells.count(paid, Count.PRODUCT_IMPRESSIONS, Field.PRODUCT_IMPRESSIONS);
        cells.count(paid, Count.CLICKS, Field.CLICKS);
        cells.amount(paid, Amount.SPEND, Field.COST);
        Funnel.Builder blended = Funnel.builder(frame.currency());
        cells.count(blended, Count.ORDERS, Field.ORDERS);
        cells.amount(blended, Amount.GMV, Field.GMV);
        String campaign = cells.id(Field.CAMPAIGN_ID);
        Key key = new Key(
                video, campaign == null ? "" : campaign, cells.products(Field.PRODUCT), paid.build(), blended.build());
        Long earlier = seen.get(key);
        if (earlier != null) {
            repeats.add(new RejectedRow(
                    cells.line(),
                    "",
                    video.value(),
                    "the same row is listed on line " + earlier,
                    "nothing to do if the export repeats rows"));
            return;
        }
        Totals before = totals.get(video);
        if (before == null) {
            totals.put(video, new Totals(key));
        } else {
            before.add(key);
        }
        seen.put(key, cells.line());
    }

    @Override
    public Optional<Object> about(Cells cells) throws RowRejected {
        return Optional.ofNullable(cells.video(Field.VIDEO_ID));
    }

    @Override
    public void refuse(Object about, long line) {
        refused.putIfAbsent((VideoId) about, line);
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(seen.size() + repeats.size());
    }

    /** Campaigns and products of a video add up, so that one row that cannot be used takes the others along. */
    private void withdrawCompanions(FileSink out) {
        seen.forEach((key, line) -> {
            Long missing = refused.get(key.video());
            if (missing != null) {
                out.withdraw(Parts.companion(key.video().value(), line, missing));
            }
        });
        totals.keySet().removeAll(refused.keySet());
    }

    @Override
    public void finish(FileSink out) {
        withdrawCompanions(out);
        if (coversEveryProduct()) {
            frame.known(out.period()).ifPresent(known -> out.evidence().covers(Source.GMV_MAX_CREATIVE, known));
        }
        totals.forEach((id, total) -> {
            out.evidence()
                    .add(Video.builder(id).products(total.products).build())
                    .add(observation(out, id, Traffic.PAID, total.paid))
                    .add(observation(out, id, Traffic.BLENDED, total.blended));
        });
        repeats.forEach(out::withdraw);
        if (!repeats.isEmpty()) {
            out.finding(
                    Finding.Kind.ROWS_DUPLICATED,
                    repeats.size() + " rows repeat another row of the file; each was used once",
                    "nothing to do if the export repeats rows");
        }
        if (besides > 0) {
            out.finding(
                    Finding.Kind.ROWS_WITHOUT_VIDEO,
                    besides + " rows without a video, such as product cards, with a cost of "
                            + (besidesCost == null ? "unknown amount" : besidesCost) + ", belong to no video",
                    "nothing to do; this cost is in no video's numbers");
        }
    }

    /** The report can be exported for one product alone; what is absent from such a file may still have run. */
    private boolean coversEveryProduct() {
        Set<ProductId> listed = new HashSet<>();
        totals.values().forEach(total -> listed.addAll(total.products));
        return listed.size() > 1 || listed.size() == frame.program().products().size();
    }

    private static Observation observation(FileSink out, VideoId id, Traffic traffic, Funnel funnel) {
        return new Observation(
                new Subject.OfVideo(id, null),
                out.period(),
                traffic,
                funnel,
                Source.GMV_MAX_CREATIVE,
                out.asOf(out.period().lastDay()));
    }
}
