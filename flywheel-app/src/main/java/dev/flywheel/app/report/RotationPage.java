package dev.flywheel.app.report;

import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.content.Brief;
import dev.flywheel.core.cycle.Alarm;
import dev.flywheel.core.cycle.Explanation;
import dev.flywheel.core.cycle.Momentum;
import dev.flywheel.core.cycle.PhaseReport;
import dev.flywheel.core.cycle.Proposal;
import dev.flywheel.core.cycle.Rotation;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.winner.Rankings;
import dev.flywheel.core.winner.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * A rotation as one HTML file that opens offline: no script, nothing loaded, light and dark. Files are named by the
 * digest of their content, so that the same inputs under any file names give the same page.
 */
public final class RotationPage {
    private static final int RANKS_SHOWN = 25;

    private final Rotation rotation;
    private final int actionsShown;
    private final FileNames names;
    private final Html html = new Html();

    private RotationPage(Rotation rotation, int actionsShown) {
        this.rotation = rotation;
        this.actionsShown = actionsShown;
        this.names = FileNames.shortened(rotation.imports());
    }

    /**
     * Writes a rotation.
     *
     * @param rotation the rotation
     * @param actionsShown how many actions are shown first; the others are folded away
     * @return the page
     */
    public static String of(Rotation rotation, int actionsShown) {
        return new RotationPage(rotation, actionsShown).write();
    }

    private String write() {
        String title = rotation.brand() + ", rotation " + rotation.number() + ", " + rotation.asOf();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .raw("style-src 'unsafe-inline'\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n")
                .element("title", title)
                .raw("<style>\n" + resource("report.css") + "</style>\n</head>\n<body>\n<header>\n")
                .element("h1", rotation.brand())
                .element(
                        "p",
                        "Rotation " + rotation.number() + " as of " + rotation.asOf() + " (" + rotation.zone() + ", "
                                + rotation.currency() + ")")
                .raw("<nav aria-label=\"Sections\"><a href=\"#actions\">Actions</a> <a href=\"#tests\">Ad tests</a> ")
                .raw(
                        "<a href=\"#rankings\">Rankings</a> <a href=\"#effects\">What works</a> <a href=\"#briefs\">Briefs</a> ")
                .raw("<a href=\"#phases\">Phases</a> <a href=\"#data\">Data</a></nav>\n</header>\n<main>\n");
        actions();
        adTests();
        rankings();
        effects();
        briefs();
        momentum();
        phases();
        data();
        html.raw("</main>\n<footer>\n")
                .element(
                        "p",
                        "Rotation " + rotation.id() + ", seed " + rotation.seed() + ", evidence " + rotation.digest()
                                + ". The same evidence, programme, date and seed give this page again.")
                .raw("</footer>\n</body>\n</html>\n");
        return html.toString();
    }

    private void section(String id, String heading) {
        html.raw("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-heading\">\n<h2 id=\"" + id + "-heading\">")
                .text(heading)
                .raw("</h2>\n");
    }

    private void actions() {
        section("actions", "What to do first");
        List<Proposal> all = rotation.actions();
        if (all.isEmpty()) {
            html.element("p", "Nothing. Look again when there is more data.");
        }
        int first = Math.min(actionsShown, all.size());
        actions(all.subList(0, first), 1);
        if (first < all.size()) {
            html.raw("<details>\n")
                    .element("summary", Words.count(all.size() - first) + " more, less urgent or valuable");
            actions(all.subList(first, all.size()), first + 1);
            html.raw("</details>\n");
        }
        html.raw("</section>\n");
    }

    private void actions(List<Proposal> proposals, int from) {
        if (proposals.isEmpty()) {
            return;
        }
        html.raw("<ol class=\"cards\" start=\"" + from + "\">\n");
        for (Proposal proposal : proposals) {
            Explanation why = proposal.action().explanation();
            html.raw("<li>\n")
                    .element("h3", names.in(why.text()))
                    .raw("<p class=\"quiet\">")
                    .text(Words.kind(proposal.action()) + ", "
                            + proposal.action().phase() + ", " + proposal.id())
                    .raw("</p>\n")
                    .element("p", Words.stakes(why))
                    .list(why.because().stream().map(names::in).toList())
                    .raw("<p><strong>Unless:</strong> ")
                    .text(why.unless())
                    .raw("</p>\n</li>\n");
        }
        html.raw("</ol>\n");
    }

    private void adTests() {
        section("tests", "Ad tests");
        if (rotation.adTests().isEmpty()) {
            html.element("p", "No boost is running.").raw("</section>\n");
            return;
        }
        html.table(
                "Paid against organic conversion of each boosted video",
                List.of(
                        Column.number("Day", (AdTestReading reading) -> Words.count(reading.day())),
                        Column.text("Video", reading -> reading.start().video().value()),
                        Column.text(
                                "Verdict",
                                reading -> Words.constant(reading.verdict().name())),
                        Column.text(
                                "Next", reading -> Words.constant(reading.move().name())),
                        Column.number(
                                "Budget now",
                                reading -> Words.money(reading.start().budgetPerDay())),
                        Column.number("Budget next", reading -> Words.money(reading.budgetPerDay())),
                        Column.number("Spent", reading -> Words.money(reading.spent())),
                        Column.number(
                                "Paid clicks",
                                reading -> Words.figure(reading.paid().clicks())),
                        Column.number(
                                "Paid orders",
                                reading -> Words.count(reading.paid().orders())),
                        Column.number(
                                "Organic clicks",
                                reading -> Words.figure(reading.organic().clicks())),
                        Column.number(
                                "Organic orders",
                                reading -> Words.count(reading.organic().orders())),
                        Column.number(
                                "Paid to organic",
                                reading -> reading.paidToOrganic()
                                        .map(Words::plain)
                                        .orElse(Words.UNKNOWN)),
                        Column.number("Over all days", reading -> Words.runningRatio(reading)),
                        Column.text("Compared", reading -> Words.form(reading)),
                        Column.number("Profitable", reading -> Words.probability(reading.probabilityProfitable()))),
                rotation.adTests());
        for (AdTestReading reading : rotation.adTests()) {
            html.element("h3", "Video " + reading.start().video()).list(reading.because());
        }
        html.raw("</section>\n");
    }

    private void rankings() {
        Rankings rankings = rotation.rankings();
        section("rankings", "Who and what earns money");
        rankings.videos().stream()
                .limit(1)
                .forEach(
                        place -> html.element("p", Words.ranges(place.standing().netContribution())));
        ranking(
                "Videos by expected net contribution",
                Column.ofVideos(rotation.currency()),
                rankings.videos(),
                Rankings.VideoStanding::standing);
        group("Creators", "Creator", rankings.creators());
        group("Hooks", "Hook", rankings.hooks());
        group("Angles", "Angle", rankings.angles());
        group("Placements", "Placement", rankings.placements());
        html.raw("</section>\n");
    }

    private void group(String caption, String name, List<Standing> standings) {
        ranking(caption, Column.ofGroup(name, rotation.currency()), standings, standing -> standing);
    }

    private <T> void ranking(String caption, List<Column<T>> columns, List<T> rows, Function<T, Standing> standing) {
        if (rows.isEmpty()) {
            html.element("p", caption + ": nothing to rank yet.");
            return;
        }
        String shown = rows.size() > RANKS_SHOWN
                ? caption + " (first " + RANKS_SHOWN + " of " + Words.count(rows.size()) + ")"
                : caption;
        html.table(shown, columns, rows.stream().limit(RANKS_SHOWN).toList(), row -> bar(standing.apply(row)));
    }

    /** The probability of being profitable as a bar; the number itself stands beside it. */
    private static String bar(Standing standing) {
        double share = Double.isFinite(standing.probabilityProfitable()) ? standing.probabilityProfitable() : 0;
        return String.format(
                Locale.ROOT,
                "<svg aria-hidden=\"true\" width=\"62\" height=\"10\"><rect class=\"rail\" width=\"62\" height=\"10\"/>"
                        + "<rect class=\"bar\" x=\"1\" y=\"1\" width=\"%d\" height=\"8\"/></svg>",
                Math.round(60 * share));
    }

    private void effects() {
        section("effects", "What works");
        if (rotation.effects().isEmpty()) {
            html.element("p", "No video carries a tag yet.");
        } else {
            html.element("p", EffectColumns.NOTE)
                    .table(
                            "Hooks, angles, placements and formats",
                            EffectColumns.all(),
                            rotation.effects(),
                            effect -> "");
        }
        html.raw("</section>\n");
    }

    private void briefs() {
        section("briefs", "Next briefs");
        if (rotation.briefs().isEmpty()) {
            html.element("p", "None yet.");
        }
        for (Brief brief : rotation.briefs()) {
            html.element("h3", brief.hook() + " / " + brief.angle() + " / " + brief.placement())
                    .element("p", brief.exploration() ? "To learn: little is known of it." : "Best supported so far.")
                    .list(brief.because());
        }
        html.raw("</section>\n");
    }

    private void momentum() {
        Momentum momentum = rotation.momentum();
        section("momentum", "Momentum");
        html.element("p", momentum.headline());
        if (!momentum.alarms().isEmpty()) {
            html.element("h3", "What changed suddenly")
                    .list(momentum.alarms().stream().map(Alarm::text).toList());
        }
        if (!momentum.indicators().isEmpty()) {
            html.table(
                    "This rotation and the one before",
                    List.of(
                            Column.text("Unit", Momentum.Indicator::unit),
                            Column.text("Indicator", indicator -> Words.name(indicator.name())),
                            Column.number(
                                    "Now",
                                    indicator -> indicator
                                            .current()
                                            .map(Words::plain)
                                            .orElse(Words.UNKNOWN)),
                            Column.number(
                                    "Before",
                                    indicator -> indicator
                                            .previous()
                                            .map(Words::plain)
                                            .orElse(Words.UNKNOWN)),
                            Column.number(
                                    "Better",
                                    indicator -> Words.probability(
                                            indicator.probabilityBetter().orElse(Double.NaN))),
                            Column.text(
                                    "Trend",
                                    indicator -> indicator
                                            .overRotations()
                                            .map(Words::trend)
                                            .orElse(Words.UNKNOWN)),
                            Column.text("Earlier", Words::earlier),
                            Column.text("Note", Momentum.Indicator::note)),
                    momentum.indicators());
        }
        html.element("h3", "Branded search").element("p", rotation.halo()).raw("</section>\n");
    }

    private void phases() {
        section("phases", "The five phases");
        for (PhaseReport report : rotation.phases()) {
            html.element("h3", report.phase() + ": " + report.phase().question())
                    .element("p", report.headline())
                    .list(report.facts().stream().map(PhaseReport.Fact::text).toList());
        }
        html.raw("</section>\n");
    }

    private void data() {
        section("data", "The data");
        if (rotation.dataQuality().isEmpty()) {
            html.element("p", "Nothing wrong was found.");
        } else {
            html.table(
                    "What is wrong with the data",
                    List.of(
                            Column.text(
                                    "Severity",
                                    (Finding finding) -> Words.constant(
                                            finding.kind().severity().name())),
                            Column.text("About", finding -> names.in(finding.subject())),
                            Column.text("Seen", finding -> names.in(finding.message())),
                            Column.text("What to do", Finding::remedy)),
                    rotation.dataQuality());
        }
        if (!rotation.imports().isEmpty()) {
            html.table(
                    "What was read",
                    List.of(
                            Column.text("Format", ImportReport::format),
                            Column.text("Content", report -> FileNames.shortened(report.contentId())),
                            Column.text(
                                    "Period",
                                    report -> report.period()
                                            .map(Period::toString)
                                            .orElse(Words.UNKNOWN)),
                            Column.number("Rows", report -> Words.count(report.rows())),
                            Column.number("Accepted", report -> Words.count(report.accepted())),
                            Column.number(
                                    "Rejected",
                                    report -> Words.count(report.rejected().size()))),
                    rotation.imports().stream()
                            .sorted(Comparator.comparing(ImportReport::contentId))
                            .toList());
        }
        List<SetAside> rejected = SetAside.of(rotation.imports());
        if (!rejected.isEmpty()) {
            html.table(
                    rejected.size() <= SetAside.SHOWN
                            ? "Rows that were set aside"
                            : "The first " + SetAside.SHOWN + " of " + Words.count(rejected.size())
                                    + " rows that were set aside",
                    List.of(
                            Column.text(
                                    "Content",
                                    (SetAside each) ->
                                            FileNames.shortened(each.file().contentId())),
                            Column.number("Line", each -> Words.count(each.row().line())),
                            Column.text("Cell", SetAside::cell),
                            Column.text("Reason", each -> each.row().reason()),
                            Column.text("What to do", each -> each.row().remedy())),
                    rejected.stream().limit(SetAside.SHOWN).toList());
        }
        html.raw("</section>\n");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(RotationPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
