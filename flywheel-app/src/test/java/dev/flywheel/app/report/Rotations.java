package dev.flywheel.app.report;

import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.adtest.AdTestVerdict;
import dev.flywheel.core.adtest.Arm;
import dev.flywheel.core.content.Brief;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.CreativeTags.Factor;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.cycle.Action;
import dev.flywheel.core.cycle.Alarm;
import dev.flywheel.core.cycle.Explanation;
import dev.flywheel.core.cycle.Momentum;
import dev.flywheel.core.cycle.Phase;
import dev.flywheel.core.cycle.PhaseReport;
import dev.flywheel.core.cycle.Proposal;
import dev.flywheel.core.cycle.Rotation;
import dev.flywheel.core.learning.TagEffect;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.performance.Estimate;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.RejectedRow;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.winner.Rankings;
import dev.flywheel.core.winner.Standing;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rotations written by hand, with something in every field. */
final class Rotations {
    static final String HOSTILE = "<script>alert(\"x\")</script> & 'quoted' \u001b[31m";

    private static final Currency USD = Currency.getInstance("USD");
    private static final VideoId HUGE = new VideoId("7480000000000000001");
    private static final VideoId SMALL = new VideoId("7480000000000000002");

    private Rotations() {}

    static Rotation full() {
        return named("views.csv", "small.csv", HOSTILE);
    }

    /** The same rotation with files found under other names. */
    static Rotation named(String first, String second, String brand) {
        return rotation(
                brand,
                List.of(imported("sha256:bb", first, rejectedRows()), imported("sha256:aa", second, List.of())),
                new Rankings(
                        List.of(
                                new Rankings.VideoStanding(
                                        video(SMALL, "bold"), standing(1, SMALL.value(), 12_000, 400)),
                                new Rankings.VideoStanding(Video.builder(HUGE).build(), unseen(2, HUGE.value()))),
                        List.of(standing(1, "mia", 12_000, 400)),
                        List.of(standing(1, HOSTILE, 12_000, 400)),
                        List.of(),
                        List.of()),
                List.of(reading(3.5, 1000), reading(Double.NaN, Double.NEGATIVE_INFINITY)),
                proposals(12));
    }

    static Rotation empty() {
        return rotation(
                "Northpeak",
                List.of(),
                new Rankings(List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(),
                List.of());
    }

    private static Rotation rotation(
            String brand,
            List<ImportReport> imports,
            Rankings rankings,
            List<AdTestReading> adTests,
            List<Proposal> actions) {
        boolean nothing = imports.isEmpty();
        return new Rotation(
                brand,
                2,
                "rot-0123456789ab",
                LocalDate.of(2026, 11, 16),
                ZoneId.of("America/Los_Angeles"),
                USD,
                7,
                "sha256:cafe",
                imports,
                nothing ? List.of() : List.of(finding()),
                List.of(new PhaseReport(
                        Phase.SELECT,
                        "1 winner of 2 videos",
                        List.of(
                                new PhaseReport.Fact("winners", "1 video wins", Estimate.exactly(1)),
                                new PhaseReport.Fact("note", "words only", null)))),
                rankings,
                adTests,
                actions,
                nothing ? List.of() : effects(),
                nothing ? List.of() : List.of(new Brief("question", "proof", "first-3s", true, List.of("2 videos"))),
                momentum(nothing),
                "Branded search is not estimated yet.",
                List.of());
    }

    private static List<TagEffect> effects() {
        return List.of(
                new TagEffect(Factor.HOOK, HOSTILE, new Estimate(1.4, 1.1, 1.8, 0.8), 0.97, 0.03, 23, 9),
                new TagEffect(Factor.ANGLE, "price", new Estimate(0.6, 0.4, 0.8, 0.8), 0.02, 0.02, 12, 4),
                new TagEffect(Factor.PLACEMENT, "first-3s", new Estimate(1.9, 1.5, 2.4, 0.8), 0.999, 0.001, 7, 2));
    }

    private static Finding finding() {
        return new Finding(Finding.Kind.EXPORT_TRUNCATED, "file aa", HOSTILE, "export a shorter period");
    }

    private static List<RejectedRow> rejectedRows() {
        return List.of(
                new RejectedRow(3, "Video ID", "7.48E+18", "id mangled by a spreadsheet", "export again as text"),
                new RejectedRow(9, "", HOSTILE, "too few cells", "mend the row"));
    }

    private static ImportReport imported(String contentId, String name, List<RejectedRow> rejected) {
        Period week = new Period(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 16));
        return new ImportReport(contentId, name, "funnel_daily", rejected.isEmpty() ? null : week, 12_345, 1, rejected);
    }

    private static Video video(VideoId id, String hook) {
        return Video.builder(id)
                .creator(new CreatorId("mia"))
                .products(List.of(new ProductId("p2"), new ProductId("p1")))
                .tags(new CreativeTags(hook, "price", null, "demo"))
                .build();
    }

    private static Standing standing(int rank, String name, long views, long orders) {
        Funnel seen = Funnel.builder(USD)
                .count(Funnel.Count.VIEWS, views)
                .count(Funnel.Count.ORDERS, orders)
                .amount(Funnel.Amount.GMV, Money.of("12000.50", USD))
                .build();
        return new Standing(
                rank,
                name,
                3,
                1,
                seen,
                new Estimate(3_600.123_456_7, 3_200, 4_000, 0.8),
                new Estimate(0.033_333_333_3, 0.03, 0.037, 0.8),
                true,
                new Estimate(300, 270, 330, 0.8),
                new Estimate(0.4, -0.2, 1.1, 0.8),
                new Estimate(1_200, 1_000, 1_400, 0.8),
                0.999,
                0.001,
                new Estimate(1.25, 1, 2, 0.8),
                0.99,
                true);
    }

    private static Standing unseen(int rank, String name) {
        return new Standing(
                rank,
                name,
                1,
                0,
                Funnel.builder(USD).build(),
                Estimate.exactly(-1.5),
                Estimate.exactly(0),
                false,
                null,
                null,
                null,
                Double.NaN,
                0.5,
                Estimate.exactly(rank),
                0,
                false);
    }

    private static AdTestReading reading(double logEDrop, double logEHold) {
        boolean known = Double.isFinite(logEDrop);
        @Nullable Estimate ratio = known ? new Estimate(0.9, 0.7, 1.1, 0.9) : null;
        return new AdTestReading(
                new AdTestStart(SMALL, LocalDate.of(2026, 11, 10), Money.of("50", USD), AdTestStart.Kind.SPARK_AD),
                7,
                known ? Money.of("350", USD) : null,
                new Arm(1_234_567, 400.25, 12),
                new Arm(0.5, 0.25, 0),
                ratio,
                logEDrop,
                logEHold,
                known ? 0.9 : Double.NaN,
                new Estimate(20, -5, 45, 0.8),
                known ? new AdTestVerdict.Holds() : new AdTestVerdict.InsufficientAttribution("paid orders"),
                known ? AdTestReading.Move.SCALE : AdTestReading.Move.KEEP,
                Money.of(known ? "100" : "50", USD),
                List.of("12 paid orders from 400 matured clicks"),
                null,
                null);
    }

    private static List<Proposal> proposals(int count) {
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Explanation why = new Explanation(
                    "Put $50 a day behind video " + i,
                    i == 1 ? new Estimate(120, 40, 210, 0.8) : null,
                    Money.of("50", USD),
                    List.of("40 orders from 900 clicks", HOSTILE),
                    "its conversion falls below 2%",
                    true);
            proposals.add(new Proposal(
                    "StartBoost-" + i, new Action.StartBoost(new VideoId("748" + i), Money.of("50", USD), why)));
        }
        return proposals;
    }

    private static Momentum momentum(boolean nothing) {
        if (nothing) {
            return new Momentum(2, "Nothing to compare with yet.", List.of(), List.of());
        }
        return new Momentum(
                2,
                "Faster than before.",
                List.of(
                        new Momentum.Indicator(
                                "cycleTime",
                                "days",
                                new Estimate(12, 10, 14, 0.8),
                                new Estimate(15, 12, 18, 0.8),
                                0.85,
                                "open items censored",
                                List.of(
                                        new Momentum.Earlier(
                                                new Period(LocalDate.of(2026, 9, 22), LocalDate.of(2026, 10, 19)),
                                                new Estimate(16, 12, 19, 0.8)),
                                        new Momentum.Earlier(
                                                new Period(LocalDate.of(2026, 8, 25), LocalDate.of(2026, 9, 21)),
                                                null)),
                                new Momentum.Trend(
                                        Momentum.Direction.IMPROVING,
                                        0.94,
                                        0.06,
                                        new Estimate(-8.1, -14.3, -2, 0.8),
                                        5)),
                        new Momentum.Indicator(
                                "costPerWinner", "USD", null, null, null, "no winner before", List.of(), null)),
                List.of(new Alarm(
                        "organicConversion",
                        Alarm.Direction.FALLEN,
                        LocalDate.of(2026, 11, 3),
                        LocalDate.of(2026, 11, 6),
                        new Estimate(0.031, 0.029, 0.033, 0.8),
                        new Estimate(0.022, 0.019, 0.025, 0.8),
                        200,
                        "Conversion of organic clicks has fallen since about 2026-11-03.")));
    }
}
