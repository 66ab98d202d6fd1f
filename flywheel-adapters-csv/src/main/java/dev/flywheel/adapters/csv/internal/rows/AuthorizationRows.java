package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.VideoId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The brand's list of permissions to advertise. */
final class AuthorizationRows implements RowMapper {

    private final List<Authorization> authorizations = new ArrayList<>();

    @Override
    public void map(Cells cells) throws RowRejected {
        VideoId video = cells.required(Field.VIDEO_ID, cells.video(Field.VIDEO_ID));
        LocalDate granted = cells.required(Field.GRANTED_AT, cells.day(Field.GRANTED_AT));
        long days = cells.required(Field.DURATION_DAYS, cells.count(Field.DURATION_DAYS));
        Authorization.Kind kind = cells.word(Field.KIND, Authorization.Kind.class);
        try {
            authorizations.add(new Authorization(video, granted, (int) Math.min(days, Integer.MAX_VALUE), kind));
        } catch (IllegalArgumentException outOfRange) {
            throw cells.rejected(
                    Field.DURATION_DAYS, String.valueOf(outOfRange.getMessage()), "write how many days it holds");
        }
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(authorizations.size());
    }

    @Override
    public void finish(FileSink out) {
        authorizations.forEach(out.evidence()::add);
    }
}
