package dev.flywheel.adapters.csv.internal.table;

/** Makes parts of rows that come one after the other. */
final class InParts<P extends RowSink> implements RowSink {

    private static final int ROWS = 4_096;

    private final PartSink<P> sink;
    private P part;
    private int rows;

    InParts(PartSink<P> sink) {
        this.sink = sink;
        this.part = sink.begin();
    }

    @Override
    public boolean accept(Row row) {
        if (rows == ROWS) {
            sink.end(part);
            part = sink.begin();
            rows = 0;
        }
        rows++;
        return part.accept(row);
    }

    void finish() {
        sink.end(part);
    }
}
