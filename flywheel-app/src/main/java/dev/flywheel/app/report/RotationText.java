package dev.flywheel.app.report;

import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.adtest.Arm;
import dev.flywheel.core.content.Brief;
import dev.flywheel.core.cycle.Explanation;
import dev.flywheel.core.cycle.Momentum;
import dev.flywheel.core.cycle.Proposal;
import dev.flywheel.core.cycle.Rotation;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.winner.Rankings;
import dev.flywheel.core.winner.Standing;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A rotation as plain text for a terminal: what was read, what is wrong with it, who earns money, what the ad tests say
 * and what to do first. Without colour. Thread-safe.
 */
public final class RotationText {
    private static final int RANKS_SHOWN = 10;
    private static final int FINDINGS_SHOWN_PER_KIND = 3;

    private final Rotation rotation;
    private final int actionsShown;
    private final FileNames names;
    private final TextPage page = new TextPage();

    private RotationText(Rotation rotation, int actionsShown) {
        this.rotation = rotation;
        this.actionsShown = actionsShown;
        this.names = FileNames.found(rotation.imports());
    }

    /**
     * Writes a rotation.
     *
     * @param rotation the rotation
     * @param actionsShown how many actions to show, at most
     * @return the report, lines ended by line feeds
     */
    public static String of(Rotation rotation, int actionsShown) {
        return new RotationText(rotation, actionsShown).write();
    }

    /**
     * One line for what a file gave.
     *
     * @param report what it gave
     * @return its name, format, period and counts
     */
    public static String line(ImportReport report) {
        return TextPage.clean(report.fileName() + ": " + report.format()
                + report.period().map(period -> ", " + period).orElse("") + ", " + Words.count(report.rows())
                + " rows, " + Words.count(report.accepted()) + " accepted, "
                + Words.count(report.rejected().size()) + " rejected");
    }

    /**
     * One line for what was found wrong.
     *
     * @param finding what was found
     * @param names the names of the files
     * @return what it is about, what was seen and what to do
     */
    public static String line(Finding finding, FileNames names) {
        return TextPage.clean(names.in(finding.subject() + ": " + finding.message()) + "; " + finding.remedy());
    }

    private String write() {
        page.line(rotation.brand() + ": rotation " + rotation.number() + " as of " + rotation.asOf() + " ("
                + rotation.zone() + ", " + rotation.currency() + ")");
        page.line("Id " + rotation.id() + ", seed " + rotation.seed());
        imports();
        dataQuality();
        phases();
        rankings();
        adTests();
        actions();
        effects();
        briefs();
        momentum();
        page.heading("Branded search").line(rotation.halo());
        return page.toString();
    }

    private void imports() {
        page.heading("What was read");
        if (rotation.imports().isEmpty()) {
            page.line("No file.");
        }
        List<ImportReport> files = rotation.imports().stream()
                .sorted(Comparator.comparing(ImportReport::fileName).thenComparing(ImportReport::contentId))
                .toList();
        if (!files.isEmpty()) {
            page.table(
                    List.of(
                            Column.text("File", ImportReport::fileName),
                            Column.text("Format", ImportReport::format),
                            Column.text(
                                    "Period",
                                    file -> file.period().map(Period::toString).orElse(Words.UNKNOWN)),
                            Column.number("Rows", file -> Words.count(file.rows())),
                            Column.number("Accepted", file -> Words.count(file.accepted())),
                            Column.number(
                                    "Rejected",
                                    file -> Words.count(file.rejected().size()))),
                    files);
        }
        List<SetAside> rejected = SetAside.of(files);
        rejected.stream()
                .limit(SetAside.SHOWN)
                .forEach(each -> page.wrapped(
                        2,
                        "- ",
                        "rejected: " + each.file().fileName() + ", line "
                                + Words.count(each.row().line()) + ", " + each.cell() + ": "
                                + each.row().reason() + " -> " + each.row().remedy()));
        more(rejected.size(), SetAside.SHOWN, "rejected rows");
    }

    private void dataQuality() {
        page.heading("What is wrong with it");
        if (rotation.dataQuality().isEmpty()) {
            page.line("Nothing was found.");
        }
        Map<Finding.Kind, Integer> seen = new EnumMap<>(Finding.Kind.class);
        for (Finding finding : rotation.dataQuality()) {
            if (seen.merge(finding.kind(), 1, Integer::sum) <= FINDINGS_SHOWN_PER_KIND) {
                String severity = Words.constant(finding.kind().severity().name());
                page.wrapped(0, "- ", names.in(severity + ", " + finding.subject() + ": " + finding.message()));
                page.wrapped(4, "-> ", finding.remedy());
            }
        }
        seen.forEach((kind, count) ->
                more(count, FINDINGS_SHOWN_PER_KIND, "findings of the kind \"" + Words.constant(kind.name()) + "\""));
    }

    private void phases() {
        page.heading("The five phases");
        rotation.phases().forEach(report -> {
            page.line(report.phase() + ": " + report.phase().question());
            page.wrapped(2, "", report.headline());
            report.facts().forEach(fact -> page.wrapped(4, "- ", fact.text()));
        });
    }

    private void rankings() {
        Rankings rankings = rotation.rankings();
        Currency currency = rotation.currency();
        page.heading("Videos by expected net contribution");
        rankings.videos().stream()
                .limit(1)
                .forEach(place -> page.line(Words.ranges(place.standing().netContribution())));
        ranking(Column.ofVideos(currency), rankings.videos(), "videos");
        group("Creators", "Creator", rankings.creators());
        group("Hooks", "Hook", rankings.hooks());
        group("Angles", "Angle", rankings.angles());
        group("Placements", "Placement", rankings.placements());
    }

    private void group(String heading, String name, List<Standing> standings) {
        page.heading(heading);
        ranking(Column.ofGroup(name, rotation.currency()), standings, heading.toLowerCase(Locale.ROOT));
    }

    private <T> void ranking(List<Column<T>> columns, List<T> rows, String what) {
        if (rows.isEmpty()) {
            page.line("Nothing to rank yet.");
            return;
        }
        page.table(columns, rows.stream().limit(RANKS_SHOWN).toList());
        more(rows.size(), RANKS_SHOWN, what);
    }

    private void adTests() {
        page.heading("Ad tests");
        if (rotation.adTests().isEmpty()) {
            page.line("No boost is running.");
        }
        rotation.adTests().forEach(this::adTest);
    }

    private void adTest(AdTestReading reading) {
        page.line("Video " + reading.start().video() + ", day " + reading.day() + ", "
                + Words.constant(reading.start().kind().name()) + ": "
                + Words.constant(reading.verdict().name()) + " -> "
                + Words.constant(reading.move().name()) + ", budget "
                + Words.money(reading.start().budgetPerDay()) + " -> " + Words.money(reading.budgetPerDay())
                + " a day");
        page.wrapped(
                2,
                "",
                "Spent " + reading.spent().map(Words::money).orElse("unknown") + "; paid " + arm(reading.paid())
                        + "; organic "
                        + arm(reading.organic()) + "; paid to organic "
                        + reading.paidToOrganic().map(Words::plain).orElse("unknown")
                        + Words.compared(reading));
        page.wrapped(
                2,
                "",
                "Profit a day " + Words.money(reading.expectedProfitPerDay(), rotation.currency()) + ", profitable "
                        + Words.probability(reading.probabilityProfitable()));
        if (reading.move() != AdTestReading.Move.KEEP) {
            reading.because().forEach(reason -> page.wrapped(4, "- ", reason));
        }
    }

    private static String arm(Arm arm) {
        return Words.figure(arm.clicks()) + " clicks (" + Words.figure(arm.maturedClicks()) + " matured), "
                + Words.count(arm.orders()) + " orders";
    }

    private void actions() {
        page.heading("What to do first");
        List<Proposal> actions = rotation.actions();
        if (actions.isEmpty()) {
            page.line("Nothing. Look again when there is more data.");
        }
        for (int i = 0; i < Math.min(actionsShown, actions.size()); i++) {
            Proposal proposal = actions.get(i);
            Explanation why = proposal.action().explanation();
            String number = (i + 1) + ". ";
            int indent = number.length();
            page.wrapped(0, number, names.in(why.text()));
            page.wrapped(
                    indent,
                    "",
                    Words.kind(proposal.action()) + " (" + proposal.id() + ", "
                            + proposal.action().phase() + ")");
            page.wrapped(indent, "", Words.stakes(why));
            why.because().forEach(reason -> page.wrapped(indent, "Why: ", names.in(reason)));
            page.wrapped(indent, "Unless: ", why.unless());
        }
        more(actions.size(), actionsShown, "actions");
    }

    private void effects() {
        page.heading("What works");
        if (rotation.effects().isEmpty()) {
            page.line("No video carries a tag yet.");
            return;
        }
        page.table(EffectColumns.all(), rotation.effects());
        page.wrapped(0, "", EffectColumns.NOTE);
    }

    private void briefs() {
        page.heading("Next briefs");
        if (rotation.briefs().isEmpty()) {
            page.line("None yet.");
        }
        for (Brief brief : rotation.briefs()) {
            page.wrapped(
                    0,
                    "- ",
                    "Hook \"" + brief.hook() + "\", angle \"" + brief.angle() + "\", placement \"" + brief.placement()
                            + "\"" + (brief.exploration() ? " (to learn)" : ""));
            brief.because().forEach(reason -> page.wrapped(4, "- ", reason));
        }
    }

    private void momentum() {
        Momentum momentum = rotation.momentum();
        page.heading("Momentum").line(momentum.headline());
        momentum.alarms().forEach(alarm -> page.wrapped(0, "! ", alarm.text()));
        for (Momentum.Indicator indicator : momentum.indicators()) {
            String now = indicator.current().map(Words::plain).orElse("unknown");
            String before = indicator.previous().map(Words::plain).orElse("unknown");
            page.wrapped(0, "- ", Words.name(indicator.name()) + " (" + indicator.unit() + ")");
            page.wrapped(
                    4,
                    "",
                    "now " + now + "; before " + before
                            + indicator.probabilityBetter().stream()
                                    .mapToObj(better -> "; better with probability " + Words.probability(better))
                                    .findFirst()
                                    .orElse(""));
            indicator.overRotations().ifPresent(trend -> page.wrapped(4, "", "trend: " + Words.trend(trend)));
            page.wrapped(4, "", indicator.note());
        }
    }

    private void more(int all, int shown, String what) {
        if (all > shown) {
            page.line("... and " + Words.count(all - shown) + " more " + what + " in the JSON document.");
        }
    }
}
