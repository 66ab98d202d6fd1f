package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The brand's list of boosts. */
final class AdTestRows implements RowMapper {

    private final List<AdTestStart> starts = new ArrayList<>();

    @Override
    public void map(Cells cells) throws RowRejected {
        VideoId video = cells.required(Field.VIDEO_ID, cells.video(Field.VIDEO_ID));
        LocalDate started = cells.required(Field.STARTED_ON, cells.day(Field.STARTED_ON));
        Money budget = cells.required(Field.DAILY_BUDGET, cells.notNegative(Field.DAILY_BUDGET));
        starts.add(new AdTestStart(video, started, budget, cells.word(Field.KIND, AdTestStart.Kind.class)));
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(starts.size());
    }

    @Override
    public void finish(FileSink out) {
        starts.forEach(out.evidence()::add);
    }
}
