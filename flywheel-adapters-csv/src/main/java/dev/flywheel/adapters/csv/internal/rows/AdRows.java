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
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import java.util.HashMap;
import java.util.HashSet;
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

    private record Numbers(Funnel paid, Funnel blended) {

        private Numbers plus(Numbers more) {
            return new Numbers(paid.plus(more.paid), blended.plus(more.blended));
        }
    }

    private static final String AMOUNT = "an amount";
    private static final String REMEDY = "export the report of an ad account in the programme's currency";

    private final ImportFrame frame;
    private final Sums<VideoId, Numbers> sums =
            new Sums<>(VideoId::value, Numbers::plus, "nothing to do if the export repeats rows");
    private final Map<VideoId, Set<ProductId>> products = new HashMap<>();
    private final Set<VideoId> unusable = new LinkedHashSet<>();
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
        List<ProductId> ofRow = cells.products(Field.PRODUCT);
        Numbers numbers = new Numbers(paid.build(), blended.build());
        if (sums.add(video, List.of(campaign == null ? "" : campaign, ofRow), numbers, cells.line())) {
            products.computeIfAbsent(video, any -> new LinkedHashSet<>()).addAll(ofRow);
        }
    }

    @Override
    public Optional<Object> about(Cells cells) throws RowRejected {
        return Optional.ofNullable(cells.video(Field.VIDEO_ID));
    }

    @Override
    public void refuse(Object about, long line) {
        sums.refuse(about, line);
        unusable.add((VideoId) about);
    }

    @Override
    public OptionalLong kept() {
        return sums.kept();
    }

    @Override
    public void finish(FileSink out) {
        Map<VideoId, Numbers> totals = sums.whole(out);
        products.keySet().retainAll(totals.keySet());
        if (coversEveryProduct()) {
            frame.known(out.period()).ifPresent(known -> out.evidence().covers(Source.GMV_MAX_CREATIVE, known));
        }
        totals.forEach((id, total) -> {
            Subject subject = new Subject.OfVideo(id, null);
            out.evidence()
                    .add(Video.builder(id)
                            .products(products.getOrDefault(id, Set.of()))
                            .build());
            out.observe(subject, Traffic.PAID, total.paid(), Source.GMV_MAX_CREATIVE);
            out.observe(subject, Traffic.BLENDED, total.blended(), Source.GMV_MAX_CREATIVE);
        });
        // Absence from a report that covers every product means no ads, and these are not absent: nothing is known of
        // them.
        unusable.forEach(id -> out.observe(
                new Subject.OfVideo(id, null),
                Traffic.PAID,
                Funnel.builder(frame.currency()).build(),
                Source.GMV_MAX_CREATIVE));
        sums.finish(out);
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
        products.values().forEach(listed::addAll);
        return listed.size() > 1 || listed.size() == frame.program().products().size();
    }
}
