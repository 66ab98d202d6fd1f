package dev.flywheel.app.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NorthpeakExampleTest {

    private static final Path SHIPPED = Path.of("examples", "northpeak");
    private static final Path README = Path.of("examples", "README.md");
    private static final Span EVIDENCE = new Span(Season.FIRST, Season.LAST);

    @TempDir
    private Path folder;

    @Test
    void shipped_files_are_what_the_generator_writes() throws IOException {
        NorthpeakGenerator.generate(folder);
        Map<String, byte[]> written = files(folder);
        Map<String, byte[]> shipped = files(SHIPPED);
        assertEquals(written.keySet(), shipped.keySet(), "file names; run the generator as examples/README.md says");
        List<String> differences = new ArrayList<>();
        for (String name : written.keySet()) {
            String expected = content(written.getOrDefault(name, new byte[0]));
            String actual = content(shipped.getOrDefault(name, new byte[0]));
            if (!expected.equals(actual)) {
                differences.add(name + " " + firstDifference(expected, actual));
            }
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void readme_names_every_planted_truth_and_damage() throws IOException {
        List<String> planted = NorthpeakGenerator.generate(folder);
        List<String> page = Files.readAllLines(README);
        assertTrue(planted.size() > Role.ALL.size(), "planted lines: " + planted.size());
        List<String> untold = new ArrayList<>(planted);
        untold.removeAll(page);
        assertEquals(List.of(), untold, "planted but not told in " + README);
    }

    @Test
    void files_stay_small_enough_for_a_repository() throws IOException {
        Map<String, byte[]> shipped = files(SHIPPED);
        shipped.forEach((name, bytes) -> assertTrue(bytes.length < 900_000, name + " has " + bytes.length + " bytes"));
        long total = shipped.values().stream().mapToLong(bytes -> bytes.length).sum();
        assertTrue(total < 7_000_000, "all files together have " + total + " bytes");
    }

    @Test
    void brand_is_as_large_as_promised_and_has_no_real_handle() {
        World world = World.of(NorthpeakGenerator.SEED);
        assertTrue(world.videos.size() >= 800, "videos: " + world.videos.size());
        assertTrue(
                world.roster.posters().size() >= 150,
                "creators who post: " + world.roster.posters().size());
        assertTrue(
                world.roster.samples().size() >= 260,
                "samples: " + world.roster.samples().size());
        assertEquals(
                List.of(),
                Stream.concat(world.roster.posters().stream(), world.roster.idlers().stream())
                        .map(Creator::handle)
                        .filter(handle -> !handle.matches("np_demo_[a-z]+_[0-9]{3}"))
                        .toList());
    }

    @Test
    void seed_videos_have_exactly_their_views_and_sales_and_no_ads() {
        World world = World.of(NorthpeakGenerator.SEED);
        assertSeedVideo(world, world.videoOf(Role.ALL.get(0)), 2_000_000, 40);
        assertSeedVideo(world, world.videoOf(Role.ALL.get(1)), 12_000, 400);
    }

    private static void assertSeedVideo(World world, Video video, long views, long orders) {
        assertEquals(views, video.views(EVIDENCE), "views of " + video.id);
        assertEquals(orders, world.tally(video, EVIDENCE).orders(), "orders of " + video.id);
        assertEquals(0, video.paid.clicks(EVIDENCE), "paid clicks of " + video.id);
    }

    @Test
    void paid_orders_come_only_from_videos_under_test_and_after_the_start() {
        World world = World.of(NorthpeakGenerator.SEED);
        List<OrderLine> wrong = world.lines.stream()
                .filter(OrderLine::paid)
                .filter(line -> {
                    AdPlan plan = line.video() == null ? null : line.video().plan();
                    return plan == null || line.createdOn().isBefore(plan.startedOn());
                })
                .toList();
        assertEquals(List.of(), wrong);
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    /**
     * The text of a file, one character per byte; of a workbook, its entries unpacked, because two releases of zlib may
     * compress the same content to different bytes.
     */
    private static String content(byte[] bytes) throws IOException {
        boolean archive = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
        if (!archive) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName())
                        .append(' ')
                        .append(entry.getTimeLocal())
                        .append('\n');
                text.append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    private static String firstDifference(String expected, String actual) {
        int at = 0;
        while (at < expected.length() && at < actual.length() && expected.charAt(at) == actual.charAt(at)) {
            at++;
        }
        return "at " + at + ": the generator writes [" + around(expected, at) + "], shipped is [" + around(actual, at)
                + "]";
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 30));
    }
}
