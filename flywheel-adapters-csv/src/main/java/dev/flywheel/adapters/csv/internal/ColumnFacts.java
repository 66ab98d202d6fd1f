package dev.flywheel.adapters.csv.internal;

import dev.flywheel.adapters.csv.internal.cell.Dates;
import dev.flywheel.adapters.csv.internal.cell.DayOrder;
import dev.flywheel.adapters.csv.internal.cell.Texts;
import dev.flywheel.adapters.csv.internal.format.CellType;
import dev.flywheel.adapters.csv.internal.format.Column;
import dev.flywheel.adapters.csv.internal.format.Field;
import dev.flywheel.adapters.csv.internal.format.Header;
import dev.flywheel.adapters.csv.internal.table.FileRefused;
import dev.flywheel.adapters.csv.internal.table.Row;
import dev.flywheel.adapters.csv.internal.table.TableSource;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What only a whole column can tell: the order of day and month, and whether video ids were rounded. A spreadsheet keeps 15
 * of an id's 19 digits and fills up with zeros; one genuine id in ten thousand ends that way too, so the share decides.
 */
final class ColumnFacts {

    private static final Pattern ID = Pattern.compile("[0-9]{17,19}");
    private static final Pattern ZEROS = Pattern.compile("0+");
    private static final int SUSPICIOUS_ONE_IN = 20;

    private final Map<Field, Dates> dates = new EnumMap<>(Field.class);
    private final Map<Field, DayOrder> orders = new EnumMap<>(Field.class);
    private Optional<Field> videoId = Optional.empty();
    private long ids;
    private long roundedIds;

    private ColumnFacts() {}

    static ColumnFacts of(TableSource source, int sheet, Header header) throws FileRefused, IOException {
        ColumnFacts facts = new ColumnFacts();
        for (Column column : header.format().columns()) {
            if (header.position(column.field()).isPresent()) {
                if (column.type() == CellType.DATE) {
                    facts.dates.put(column.field(), new Dates());
                } else if (column.type() == CellType.VIDEO_ID) {
                    facts.videoId = Optional.of(column.field());
                }
            }
        }
        if (!facts.dates.isEmpty() || facts.videoId.isPresent()) {
            source.read(sheet, row -> {
                facts.see(row, header);
                return true;
            });
        }
        facts.dates.forEach((field, seen) ->
                facts.orders.put(field, seen.order(header.format().dayOrder())));
        return facts;
    }

    private void see(Row row, Header header) {
        dates.forEach((field, seen) -> {
            int position = header.position(field).orElseThrow();
            seen.see(row.text(position), row.kind(position));
        });
        videoId.ifPresent(field -> {
            String id = Texts.bare(row.text(header.position(field).orElseThrow()));
            if (ID.matcher(id).matches()) {
                ids++;
                roundedIds += isRounded(id) ? 1 : 0;
            }
        });
    }

    private static boolean isRounded(String id) {
        return id.length() >= 17 && ZEROS.matcher(id).region(15, id.length()).matches();
    }

    DayOrder dayOrder(Field field) {
        return orders.getOrDefault(field, DayOrder.UNDECIDED);
    }

    /** {@return the columns whose order of day and month nothing settles, with the order taken} */
    Map<Field, DayOrder> assumed() {
        Map<Field, DayOrder> assumed = new EnumMap<>(Field.class);
        dates.forEach((field, seen) -> {
            if (seen.isAssumed()) {
                assumed.put(field, dayOrder(field));
            }
        });
        return assumed;
    }

    /** Whether an id looks rounded in a column where too many do. */
    boolean isRoundedId(Field field, String id) {
        return videoId.filter(field::equals).isPresent()
                && roundedIds * SUSPICIOUS_ONE_IN >= ids
                && isRounded(Texts.bare(id));
    }
}
