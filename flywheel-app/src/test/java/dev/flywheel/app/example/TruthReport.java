package dev.flywheel.app.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells what the market knows and the files do not say, as rows of Markdown tables. */
final class TruthReport {

    private final World world;
    private final List<String> dirt;

    TruthReport(World world, List<String> dirt) {
        this.world = world;
        this.dirt = List.copyOf(dirt);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Role role : Role.ALL) {
            AdPlan plan = role.plan();
            Video video = world.videoOf(role);
            if (plan == null) {
                lines.add(String.format(
                        Locale.ROOT, "| `%s` | %s | posted %s |", video.id, role.name(), role.postedOn()));
            } else {
                lines.add(adTest(role, plan, video));
            }
        }
        dirt.forEach(note -> lines.add("| " + note + " |"));
        return lines;
    }

    private String adTest(Role role, AdPlan plan, Video video) {
        Span before = new Span(Season.FIRST, plan.startedOn().minusDays(1));
        Span running = new Span(plan.startedOn(), Season.LAST);
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | $%d | %s | %.2f | %d / %d | %d / %d |",
                video.id,
                role.name(),
                plan.startedOn(),
                plan.budgetPerDay(),
                plan.kind(),
                plan.ratio(),
                orders(video, before, false),
                video.organic.clicks(before),
                orders(video, running, true),
                video.paid.clicks(running));
    }

    private long orders(Video video, Span span, boolean paid) {
        return Tally.of(
                        world.linesOf(video).stream()
                                .filter(line -> line.paid() == paid)
                                .toList(),
                        span)
                .orders();
    }
}
