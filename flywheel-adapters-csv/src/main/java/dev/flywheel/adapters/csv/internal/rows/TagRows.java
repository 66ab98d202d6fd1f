package dev.flywheel.adapters.csv.internal.rows;

import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.reading.Cells;
import dev.flywheel.adapters.csv.internal.reading.RowRejected;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.VideoId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The brand's creative tags. */
final class TagRows implements RowMapper {

    private record Tagged(CreativeTags tags, long line) {}

    private final Map<VideoId, Tagged> tags = new LinkedHashMap<>();
    private long repeats;

    @Override
    public void map(Cells cells) throws RowRejected {
        VideoId video = cells.required(Field.VIDEO_ID, cells.video(Field.VIDEO_ID));
        CreativeTags known = new CreativeTags(
                cells.text(Field.HOOK), cells.text(Field.ANGLE), cells.text(Field.PLACEMENT), cells.text(Field.FORMAT));
        Tagged before = tags.putIfAbsent(video, new Tagged(known, cells.line()));
        if (before == null) {
            return;
        }
        if (!before.tags().equals(known)) {
            throw cells.rejected(
                    Field.VIDEO_ID,
                    "tagged differently on line " + before.line(),
                    "keep one row for each video; the first one was used");
        }
        repeats++;
    }

    @Override
    public OptionalLong kept() {
        return OptionalLong.of(tags.size() + repeats);
    }

    @Override
    public void finish(FileSink out) {
        tags.forEach((video, tagged) -> out.evidence().tag(video, tagged.tags()));
    }
}
