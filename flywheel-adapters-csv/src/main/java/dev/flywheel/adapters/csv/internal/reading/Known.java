package dev.flywheel.adapters.csv.internal.reading;

import dev.flywheel.adapters.csv.internal.cell.Canonical;
import dev.flywheel.adapters.csv.internal.cell.Memo;
import dev.flywheel.adapters.csv.internal.cell.Moment;
import dev.flywheel.adapters.csv.internal.cell.TextMemo;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import java.util.Currency;
import java.util.List;

/** What the cells of one file were found to stand for; shared by the threads that read it, and bounded in size. */
public final class Known {

    private static final int MANY = 17;
    private static final int SOME = 12;

    private final Canonical canonical;
    private final Memo<VideoId> videos = new Memo<>(MANY, number -> new VideoId(Long.toString(number)));
    private final Memo<List<ProductId>> products =
            new Memo<>(SOME, number -> List.of(new ProductId(Long.toString(number))));
    private final Memo<Moment> days = new Memo<>(SOME, number -> new Moment(Canonical.day(number), null, null));
    private final TextMemo<CreatorId> creators = new TextMemo<>();
    private final TextMemo<Traffic> traffics = new TextMemo<>();

    public Known(Currency currency) {
        canonical = new Canonical(currency);
    }

    Canonical canonical() {
        return canonical;
    }

    VideoId video(long number) {
        return videos.get(number);
    }

    List<ProductId> products(long number) {
        return products.get(number);
    }

    /** The moment that a date without a time is. */
    Moment day(long isoDate) {
        return days.get(isoDate);
    }

    TextMemo<CreatorId> creators() {
        return creators;
    }

    TextMemo<Traffic> traffics() {
        return traffics;
    }
}
