package dev.flywheel.app.example;

import java.util.ArrayList;
import java.util.List;

/**
 * Plants what goes wrong in real exports. A real row that is damaged is one without sales, so that the planted truth of
 * the ads and of the two seed videos stays intact; every damage is noted with its file and sheet row.
 */
final class Dirt {

    private final List<String> notes = new ArrayList<>();

    /** One sentence per planted damage: {@code file | row | what}. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    void note(String file, String what) {
        notes.add("`" + file + "` | - | " + what);
    }

    private void note(String file, Table table, int row, String what) {
        notes.add("`" + file + "` | " + table.sheetRow(row) + " | " + what);
    }

    private void damage(String file, Table table, int fromEnd, String column, String value, String what) {
        int row = table.rows.size() - fromEnd;
        table.set(row, column, value);
        String shown = value.isEmpty() ? "nothing" : "`" + value + "`";
        note(file, table, row, what + ": " + shown + " in " + column.strip());
    }

    private void append(String file, Table table, List<String> row, String what) {
        table.add(row);
        note(file, table, table.rows.size() - 1, what);
    }

    void video(int week, String file, Table table) {
        String gmv = "Creator video-attributed GMV";
        switch (week) {
            case 2 -> damage(file, table, 3, "Video post date", "2026-13-45", "bad date");
            case 3 -> damage(file, table, 4, "GMV", "#REF!", "garbage money");
            case 4 -> damage(file, table, 2, "GMV", "$abc", "garbage money");
            case 6 -> damage(file, table, 5, "Video ID", "7.41E+18", "id mangled by a spreadsheet");
            case 7 -> damage(file, table, 6, "Video ID", "1234567890123456789", "impossible id (posted in 1979)");
            case 8 -> secondCreator(file, table);
            case 9 -> damage(file, table, 2, gmv, "-$12.00", "negative money");
            case 10 -> rateAbove100(file, table);
            case 11 -> trailingSpaces(file, table);
            case 12 -> deletedVideos(file, table);
            case 13 -> {
                damage(file, table, 3, "Post date", "13/45/2026 99:00", "bad date");
                damage(file, table, 9, "Video ID", "7.41E+18", "id mangled by a spreadsheet");
            }
            case 14 -> scheduled(file, table);
            default -> {}
        }
    }

    private void secondCreator(String file, Table table) {
        int row = table.rows.size() - 8;
        List<String> copy = new ArrayList<>(table.rows.get(row));
        copy.set(table.column("Creator name"), table.get(0, "Creator name"));
        append(file, table, copy, "video " + table.get(row, "Video ID") + " listed under a second creator");
    }

    private void rateAbove100(String file, Table table) {
        int row = table.rows.size() - 4;
        table.set(row, "Video product impressions", "3");
        table.set(row, "Video product clicks", "5");
        table.set(row, "CTR", "166.67%");
        note(file, table, row, "CTR above 100 % (legal)");
    }

    private void trailingSpaces(String file, Table table) {
        for (String column : List.of("Video views", "Refunds")) {
            table.header.set(table.column(column), column + " ");
        }
        note(file, "trailing space in the headers `Video views ` and `Refunds `");
    }

    private void deletedVideos(String file, Table table) {
        for (int i = 0; i < 5; i++) {
            int row = table.rows.size() - 12 + 2 * i;
            table.set(row, "Video title", "--");
            table.set(row, "Post date", "--");
            note(file, table, row, "`--` for title and post date, numbers kept (legal)");
        }
    }

    private void scheduled(String file, Table table) {
        List<String> row = new ArrayList<>();
        String id = ContentPlan.idOf(Season.at(106, 32_400), 77_777);
        for (String column : table.header) {
            row.add(
                    switch (column) {
                        case "Video title" -> "Coming soon";
                        case "Video ID" -> id;
                        case "Post date" -> Text.MONTH_FIRST.format(Season.at(106, 32_400));
                        case "Video link" -> table.get(0, "Video link").replace(table.get(0, "Video ID"), id);
                        case "Creator name" -> table.get(0, "Creator name");
                        case "Product ID" -> Product.HERO.id();
                        case "Completion rate", "CTR", "Engagement" -> "0%";
                        default -> table.get(0, column).startsWith("$") ? "$0.00" : "0";
                    });
        }
        append(file, table, row, "scheduled video " + id + " with a post date after the evidence, all zero");
    }

    void creator(int week, String file, Table table) {
        if (week == 9) {
            damage(file, table, 4, "Creator name", "", "empty handle");
        } else if (week == 11) {
            String what = "total does not match the videos: $412.50 too much GMV for ";
            for (String column : List.of("Creator-attributed GMV", "Creator video-attributed GMV")) {
                table.set(2, column, Text.dollars(cents(table.get(2, column)) + 41_250));
            }
            note(file, table, 2, what + table.get(2, "Creator name"));
        }
    }

    private static long cents(String dollars) {
        return Long.parseLong(dollars.replaceAll("[$,.]", ""));
    }

    void orders(int export, String file, Table table) {
        if (export == 3) {
            table.define(table.header.stream()
                    .map(column -> column.equals("Order ID") ? "Platform unique order ID." : "The " + column + ".")
                    .toList());
            note(file, "definitions row under the header");
        } else if (export == 4 || export == 6) {
            brokenOrder(file, table, export * 10, "Time Created", "31/02/2026 25:61:00", "bad date");
            brokenOrder(file, table, export * 10 + 1, "Payment Amount", "#VALUE!", "garbage money");
            brokenOrder(file, table, export * 10 + 2, "Content ID", "7.41E+18", "id mangled by a spreadsheet");
            brokenOrder(file, table, export * 10 + 3, "Order ID", "5.76903E+17", "id mangled by a spreadsheet");
        }
    }

    /** Copies an order under a new id and breaks one cell, so that refusing the copy loses nothing. */
    private void brokenOrder(String file, Table table, int number, String column, String value, String what) {
        List<String> copy = new ArrayList<>(table.rows.get(number));
        copy.set(table.column("Order ID"), "5769000000000000" + number + "\t");
        copy.set(table.column(column), value);
        append(file, table, copy, "extra line, " + what + ": `" + value + "` in " + column);
    }

    void creative(String file, Table table) {
        int row = table.rows.size() - 1;
        String id = table.get(row, "Video ID") + ".0";
        table.set(row, "Video ID", id);
        note(file, table, row, "id `" + id + "` after a spreadsheet pass (a video without paid clicks)");
    }

    void tags(String file, Table table) {
        append(file, table, List.of("7.41E+18", "pov", "proof", "end_card", "demo"), "id mangled by a spreadsheet");
        append(file, table, List.of("", "pov", "proof", "end_card", "demo"), "no video id");
        append(file, table, List.of("not an id", "question", "routine", "first_3s", "grwm"), "garbage id");
    }

    void samples(String file, Table table) {
        String handle = table.get(0, "creator");
        String product = Product.HERO.id();
        for (int day = 18; day <= 20; day++) {
            String date = "2026-11-" + day;
            append(file, table, List.of(handle, product, date, "", "", "", "11.00"), "dated after the evidence");
        }
        append(file, table, List.of(handle, product, "11/02/26", "", "", "", "11.00"), "bad date");
        append(file, table, List.of("", product, "2026-10-02", "", "", "", "11.00"), "empty handle");
        append(file, table, List.of(handle, product, "2026-10-03", "", "", "", "eleven"), "garbage money");
    }

    void authorizations(String file, Table table) {
        String id = table.get(table.rows.size() - 1, "video_id");
        append(file, table, List.of(id, "2026-10-01", "sixty", "SPARK_CODE"), "garbage duration");
        append(file, table, List.of(id, "2026-10-01", "-30", "SPARK_CODE"), "negative duration");
    }

    void adTests(String file, Table table, String videoId) {
        append(file, table, List.of(videoId, "2026-11-02", "fifty", "GMV_MAX_BOOST"), "garbage budget");
        append(file, table, List.of(videoId, "2026-11-02", "50.00", "BOOSTED"), "unknown kind");
    }

    void brandedSearch(String file, Table table) {
        append(file, table, List.of("2026-11-08", "2026-11-14", "US", "north-peak", "lots"), "garbage volume");
        append(
                file,
                table,
                List.of("2026-11-14", "2026-11-08", "US", "north-peak", "12"),
                "period ends before it starts");
    }
}
