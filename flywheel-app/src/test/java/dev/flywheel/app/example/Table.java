package dev.flywheel.app.example;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sheet of text: a header, perhaps TikTok's row of definitions under it, and data rows that dirt may change. */
final class Table {

    final List<String> header;
    final List<List<String>> rows = new ArrayList<>();
    private List<String> definitions = List.of();

    Table(List<String> header) {
        this.header = new ArrayList<>(header);
    }

    void add(List<String> row) {
        if (row.size() != header.size()) {
            throw new IllegalArgumentException(
                    "row has " + row.size() + " cells, the header has " + header.size() + ": " + row);
        }
        rows.add(new ArrayList<>(row));
    }

    void define(List<String> sentences) {
        definitions = List.copyOf(sentences);
    }

    boolean defined() {
        return !definitions.isEmpty();
    }

    int column(String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("no column " + name + " in " + header);
        }
        return column;
    }

    String get(int row, String column) {
        return rows.get(row).get(column(column));
    }

    void set(int row, String column, String value) {
        rows.get(row).set(column(column), value);
    }

    /** The sheet's row as a spreadsheet numbers it, from 1 with the header. */
    int sheetRow(int row) {
        return row + (defined() ? 3 : 2);
    }

    /** Header, definitions and data, in the order of the sheet. */
    List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(header);
        if (defined()) {
            lines.add(definitions);
        }
        lines.addAll(rows);
        return lines;
    }

    /** The same rows with only these columns, in this order. */
    Table project(List<String> columns) {
        Table table = new Table(columns);
        Map<String, Integer> places = new HashMap<>();
        columns.forEach(column -> places.put(column, column(column)));
        for (List<String> row : rows) {
            table.add(
                    columns.stream().map(column -> row.get(places.get(column))).toList());
        }
        if (defined()) {
            table.define(columns.stream()
                    .map(column -> definitions.get(places.get(column)))
                    .toList());
        }
        return table;
    }
}
