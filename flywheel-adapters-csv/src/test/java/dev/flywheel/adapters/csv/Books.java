package dev.flywheel.adapters.csv;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.PerformanceBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the engine has in its books of the evidence of an import. */
final class Books {

    private Books() {}

    static PerformanceBook book(Evidence evidence) {
        PerformanceBook.Builder book = PerformanceBook.builder();
        evidence.observations().forEach(book::record);
        evidence.orderLines().forEach(dated -> book.record(dated.line(), dated.asOf()));
        return book.build();
    }

    /** Everything in the books, in an order of its own. */
    static List<String> lines(Evidence evidence) {
        PerformanceBook book = book(evidence);
        List<String> lines = new ArrayList<>();
        book.subjects()
                .forEach(subject ->
                        book.of(subject).stream().map(Observation::toString).forEach(lines::add));
        book.orderLines().forEach(line -> lines.add(line.describe()));
        evidence.tags().forEach((video, tags) -> lines.add(video + " " + tags));
        evidence.samples().forEach(sample -> lines.add(sample.toString()));
        evidence.creators().forEach(creator -> lines.add("creator " + creator));
        evidence.videos().stream()
                .map(video -> video.id() + " posted " + video.postedAt())
                .distinct()
                .forEach(lines::add);
        Collections.sort(lines);
        return lines;
    }
}
