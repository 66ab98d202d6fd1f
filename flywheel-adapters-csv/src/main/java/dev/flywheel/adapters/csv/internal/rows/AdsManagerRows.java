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
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.roster.CreatorId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ads Manager reports of campaigns, ad groups or ads, by day or for a period. A Spark Ad's row names the ad and not the
 * post: only where somebody wrote the post's id or the creator's handle into the ad's name does its cost belong to one.
 */
final class AdsManagerRows implements RowMapper {

    private static final List<Field> NAMES = List.of(Field.CAMPAIGN, Field.AD_GROUP, Field.AD_NAME, Field.AD_ID);

    /** What a row is about; the day is null in a report of a whole period. */
    private record Slot(Subject subject, @Nullable LocalDate day) {}

    private final ImportFrame frame;
    private final Sums<Slot, Funnel> sums =
            new Sums<>(slot -> slot.subject().toString(), Funnel::plus, "nothing to do if the export repeats rows");
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private boolean namesNoCurrency;
    private long besides;
    private Money besidesCost;

    AdsManagerRows(ImportFrame frame) {
        this.frame = frame;
        besidesCost = Money.zero(frame.currency());
    }

    @Override
    public boolean isBesidesTheSubject(Cells cells) {
        if (isTotal(cells)) {
            return true;
        }
        if (subject(cells) != null) {
            return false;
        }
        try {
            Money cost = cost(cells);
            day(cells);
            if (cost != null) {
                besides++;
                besidesCost = besidesCost.plus(cost);
            }
            return cost != null;
        } catch (RowRejected unreadable) {
            return false;
        }
    }

    /** The report names what it lists in some column, and this row names nothing. */
    private static boolean isTotal(Cells cells) {
        return NAMES.stream().anyMatch(cells::has) && NAMES.stream().allMatch(name -> Texts.isMissing(cells.raw(name)));
    }

    private static @Nullable Subject subject(Cells cells) {
        VideoId video = cells.videoNamed(Field.AD_NAME);
        if (video != null) {
            return Subject.of(video);
        }
        CreatorId creator = cells.creatorNamed(Field.AD_NAME);
        return creator == null ? null : new Subject.OfCreator(creator);
    }

    private @Nullable Money cost(Cells cells) throws RowRejected {
        cells.requireCurrency("an ad account", "export the report of an ad account in the programme's currency");
        namesNoCurrency |= !cells.namesCurrency(Field.COST);
        return cells.notNegative(Field.COST);
    }

    private static @Nullable LocalDate day(Cells cells) throws RowRejected {
        return cells.has(Field.DATE) ? cells.required(Field.DATE, cells.day(Field.DATE)) : null;
    }

    @Override
    public void map(Cells cells) throws RowRejected {
        LocalDate day = day(cells);
        if (day != null) {
            cells.knows(day);
        }
        Funnel.Builder funnel = Funnel.builder(frame.currency());
        funnel.amount(Amount.SPEND, cells.required(Field.COST, cost(cells)));
        cells.count(funnel, Count.VIEWS, Field.VIEWS);
        cells.count(funnel, Count.CLICKS, Field.CLICKS);
        cells.count(funnel, Count.ORDERS, Field.ORDERS);
        cells.amount(funnel, Amount.GMV, Field.GMV);
        Slot slot = new Slot(cells.required(Field.AD_NAME, subject(cells)), day);
        List<String> names = NAMES.stream().map(cells::raw).map(Texts::bare).toList();
        if (sums.add(slot, names, funnel.build(), cells.line()) && day != null) {
            days.add(day);
        }
    }

    @Override
    public Optional<Object> about(Cells cells) throws RowRejected {
        Subject subject = subject(cells);
        return subject == null ? Optional.empty() : Optional.of(new Slot(subject, day(cells)));
    }

    @Override
    public void refuse(Object about, long line) {
        sums.refuse(about, line);
    }

    @Override
    public OptionalLong kept() {
        return sums.kept();
    }

    @Override
    public void finish(FileSink out) {
        Map<Slot, Funnel> totals = sums.whole(out);
        if (!days.isEmpty() && !out.hasPeriod()) {
            out.covers(new Period(days.first(), days.last()));
        }
        totals.forEach((slot, funnel) -> {
            if (slot.subject() instanceof Subject.OfVideo of) {
                out.evidence().add(Video.builder(of.video()).build());
            }
            Period period = slot.day() == null ? out.period() : Period.of(slot.day());
            LocalDate last = days.isEmpty() ? period.lastDay() : days.last();
            out.evidence()
                    .add(new Observation(
                            slot.subject(), period, Traffic.PAID, funnel, Source.ADS_MANAGER, out.asOf(last)));
        });
        sums.finish(out);
        findings(out);
    }

    private void findings(FileSink out) {
        if (besides > 0) {
            out.finding(
                    Finding.Kind.ROWS_WITHOUT_VIDEO,
                    besides + " rows with a cost of " + besidesCost
                            + " name neither a post nor a creator: a Spark Ad's row names the ad and not the post",
                    "put the post's id, or the creator's @handle, into the ad's name; until then this cost is in no"
                            + " video's numbers");
        }
        if (namesNoCurrency) {
            out.finding(
                    Finding.Kind.NUMBERS_DERIVED,
                    "nothing in the report says its currency; its amounts are taken as "
                            + frame.currency().getCurrencyCode(),
                    "check the currency of the ad account, or add the column Currency to the report");
        }
    }
}
