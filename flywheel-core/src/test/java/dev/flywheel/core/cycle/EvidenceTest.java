package dev.flywheel.core.cycle;

import static dev.flywheel.core.TestEvidence.ANNA;
import static dev.flywheel.core.TestEvidence.BEN;
import static dev.flywheel.core.TestEvidence.CREAM;
import static dev.flywheel.core.TestEvidence.EXPORTED;
import static dev.flywheel.core.TestEvidence.SERUM;
import static dev.flywheel.core.TestEvidence.USD;
import static dev.flywheel.core.TestEvidence.VIDEO;
import static dev.flywheel.core.TestEvidence.day;
import static dev.flywheel.core.TestEvidence.days;
import static dev.flywheel.core.TestEvidence.line;
import static dev.flywheel.core.TestEvidence.product;
import static dev.flywheel.core.TestEvidence.program;
import static dev.flywheel.core.TestEvidence.shop;
import static dev.flywheel.core.TestEvidence.usd;
import static dev.flywheel.core.TestEvidence.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.Live;
import dev.flywheel.core.content.LiveId;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.halo.AmazonRows;
import dev.flywheel.core.halo.BrandedSearch;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Finding.Kind;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.performance.MarketProduct;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.program.Program;
import dev.flywheel.core.roster.Sample;
import dev.flywheel.core.roster.SampleOrder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final LiveId LIVE = new LiveId("7561234567890123456");
    private static final String PLAIN = digest(builder -> builder);

    /** One addition of every kind; each must change the digest. */
    private static final Map<String, UnaryOperator<Evidence.Builder>> ADDITIONS = Map.ofEntries(
            Map.entry("observation", builder -> builder.add(shop(1, 7).orders(3).build())),
            Map.entry(
                    "other observation",
                    builder -> builder.add(shop(1, 7).orders(4).build())),
            Map.entry(
                    "newer observation",
                    builder -> builder.add(
                            shop(1, 7).orders(3).asOf("2026-12-02T00:00:00Z").build())),
            Map.entry("line", builder -> builder.add(line("o", "s", 1).build(), EXPORTED)),
            Map.entry("newer line", builder -> builder.add(line("o", "s", 1).build(), EXPORTED.plusSeconds(1))),
            Map.entry(
                    "other line",
                    builder -> builder.add(line("o", "s", 1).quantity(2).build(), EXPORTED)),
            Map.entry("coverage", builder -> builder.covers(Source.AFFILIATE_ORDERS, days(1, 7))),
            Map.entry("video", builder -> builder.add(Video.builder(VIDEO).build())),
            Map.entry("tags", builder -> builder.tag(VIDEO, new CreativeTags("h", null, null, null))),
            Map.entry("other tags", builder -> builder.tag(VIDEO, new CreativeTags(null, "h", null, null))),
            Map.entry("creator", builder -> builder.add(ANNA)),
            Map.entry("sample", builder -> builder.add(new Sample(ANNA, SERUM, null, null, null, null, null))),
            Map.entry(
                    "authorization",
                    builder -> builder.add(new Authorization(VIDEO, day(1), 7, Authorization.Kind.ACCOUNT))),
            Map.entry(
                    "ad test",
                    builder -> builder.add(new AdTestStart(VIDEO, day(1), usd("50"), AdTestStart.Kind.SPARK_AD))),
            Map.entry("search", builder -> builder.add(new BrandedSearch(days(1, 7), "us", "northpeak", 9))),
            Map.entry("live", builder -> builder.add(new Live(LIVE, ANNA, null, null))),
            Map.entry("other live", builder -> builder.add(new Live(LIVE, BEN, null, null))),
            Map.entry("sample order", builder -> builder.add(order(EXPORTED))),
            Map.entry("newer sample order", builder -> builder.add(order(EXPORTED.plusSeconds(1)))),
            Map.entry("search query", builder -> builder.add(AmazonRows.query("northpeak", 9L))),
            Map.entry("other search query", builder -> builder.add(AmazonRows.query("northpeak", null))),
            Map.entry("catalog product", builder -> builder.add(AmazonRows.catalog(EXPORTED))),
            Map.entry("top search term", builder -> builder.add(AmazonRows.top(EXPORTED))),
            Map.entry("ad term", builder -> builder.add(AmazonRows.ad(EXPORTED))),
            Map.entry("market product", builder -> builder.add(estimate(3L))),
            Map.entry("other market product", builder -> builder.add(estimate(null))),
            Map.entry("import", builder -> builder.add(report("3f2a", "a.csv"))),
            Map.entry("finding", builder -> builder.add(new Finding(Kind.FILE_DUPLICATED, "s", "m", "r"))));

    private static SampleOrder order(Instant asOf) {
        return new SampleOrder("o1", ANNA, SERUM, day(1), null, null, false, asOf);
    }

    private static MarketProduct estimate(@Nullable Long items) {
        return new MarketProduct("Kalodata", days(1, 7), SERUM, "Serum", null, null, items, null, null, EXPORTED);
    }

    private static ImportReport report(String contentId, String fileName) {
        return new ImportReport(contentId, fileName, "samples", null, 1, 1, List.of());
    }

    private static String digest(UnaryOperator<Evidence.Builder> added) {
        return EvidenceDigest.of(added.apply(Evidence.builder()).build());
    }

    @Test
    void digest_tells_every_kind_of_evidence_apart() {
        Set<String> digests = new HashSet<>(Set.of(PLAIN));
        ADDITIONS.forEach((name, addition) -> assertTrue(digests.add(digest(addition)), name));
        assertTrue(PLAIN.matches("[0-9a-f]{64}"), PLAIN);
    }

    @Test
    void digest_does_not_change_when_something_is_said_again() {
        ADDITIONS.forEach((name, addition) ->
                assertEquals(digest(addition), digest(builder -> addition.apply(addition.apply(builder))), name));
    }

    @Test
    void digest_knows_a_file_by_its_content_and_not_by_its_name() {
        assertEquals(
                digest(builder -> builder.add(report("3f2a", "a.csv"))),
                digest(builder -> builder.add(report("3f2a", "b (5).csv"))));
    }

    @Test
    void rotation_is_named_by_all_that_it_depends_on() {
        Program program = program();
        Program.Builder base = Program.builder("Northpeak", USD, program.zone()).products(program.products());
        List<String> ids = new ArrayList<>(List.of(
                EvidenceDigest.rotationId(program, day(16), 42, "d", 3),
                EvidenceDigest.rotationId(program, day(17), 42, "d", 3),
                EvidenceDigest.rotationId(program, day(16), 43, "d", 3),
                EvidenceDigest.rotationId(program, day(16), 42, "e", 3),
                EvidenceDigest.rotationId(base.build(), day(16), 42, "d", 3),
                EvidenceDigest.rotationId(
                        base.policy(program.policy().with(PolicyNumber.ALPHA, "0.2"))
                                .build(),
                        day(16),
                        42,
                        "d",
                        3)));
        for (String brand : List.of("Northpeak", "Southpeak")) {
            ids.add(EvidenceDigest.rotationId(
                    Program.builder(brand, USD, ZoneId.of("UTC"))
                            .products(List.of(product(SERUM)))
                            .build(),
                    day(16),
                    42,
                    "d",
                    3));
            ids.add(EvidenceDigest.rotationId(
                    Program.builder(brand, USD, ZoneId.of("Europe/London"))
                            .products(List.of(product(SERUM)))
                            .build(),
                    day(16),
                    42,
                    "d",
                    3));
        }

        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertEquals(ids.get(0), EvidenceDigest.rotationId(program(), day(16), 42, "d", 3));
        assertTrue(ids.get(0).matches("rotation-3-[0-9a-f]{12}"), ids.get(0));
    }

    @Test
    void tags_of_one_video_are_the_same_in_any_order() {
        CreativeTags left = new CreativeTags("question", "a", null, null);
        CreativeTags right = new CreativeTags("statement", null, "b", null);

        assertEquals(
                new CreativeTags("question", "a", "b", null),
                Evidence.builder()
                        .tag(VIDEO, right)
                        .tag(VIDEO, left)
                        .build()
                        .tags()
                        .get(VIDEO));
        assertEquals(
                Evidence.builder().tag(VIDEO, left).tag(VIDEO, right).build().tags(),
                Evidence.builder().tag(VIDEO, right).tag(VIDEO, left).build().tags());
    }

    @Test
    void stays_as_built_and_cannot_be_changed_from_outside() {
        Evidence.Builder builder = Evidence.builder().add(shop(1, 7).build()).add(BEN);
        Evidence evidence = builder.build();
        builder.add(shop(8, 14).build()).add(ANNA).tag(video(2), CreativeTags.UNKNOWN);

        assertEquals(1, evidence.observations().size());
        assertEquals(Set.of(BEN), evidence.creators());
        assertEquals(Map.of(), evidence.tags());
        assertThrows(
                UnsupportedOperationException.class,
                () -> evidence.observations().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> evidence.creators().clear());
        assertThrows(UnsupportedOperationException.class, () -> evidence.tags().clear());
    }

    @Test
    void proposal_keeps_its_name_as_long_as_it_says_the_same() {
        Explanation why = new Explanation("Do it.", null, usd("0"), List.of("12 orders"), "Not if 0 orders.", true);
        Action invite = new Action.InviteCreator(ANNA, why);
        String id = Proposal.of("Northpeak", day(16), invite).id();

        assertTrue(id.matches("InviteCreator-[0-9a-f]{12}"), id);
        assertEquals(
                id,
                Proposal.of(
                                "Northpeak",
                                day(16),
                                new Action.InviteCreator(
                                        ANNA,
                                        new Explanation("Other.", null, usd("9"), List.of("13"), "Never.", false)))
                        .id());
        for (Proposal other : List.of(
                Proposal.of("Southpeak", day(16), invite),
                Proposal.of("Northpeak", day(17), invite),
                Proposal.of("Northpeak", day(16), new Action.InviteCreator(BEN, why)),
                Proposal.of("Northpeak", day(16), new Action.SendSample(ANNA, CREAM, why)))) {
            assertNotEquals(id, other.id());
        }
        assertEquals(
                "id",
                assertThrows(NullPointerException.class, () -> new Proposal(null, invite))
                        .getMessage());
    }

    @Test
    void explanation_needs_reasons_and_what_would_change_it() {
        String message = "Explanation needs evidence and what would change it: Do it.";

        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Explanation("Do it.", null, usd("0"), List.of(), "Not if.", true))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Explanation("Do it.", null, usd("0"), List.of("12 orders"), " ", true))
                        .getMessage());
    }
}
