package dev.flywheel.adapters.csv;

import static dev.flywheel.adapters.csv.Exports.OTHER_VIDEO;
import static dev.flywheel.adapters.csv.Exports.PRODUCT;
import static dev.flywheel.adapters.csv.Exports.VIDEO;
import static dev.flywheel.adapters.csv.Folder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.performance.Period;
import dev.flywheel.core.performance.Source;
import dev.flywheel.core.performance.Subject;
import dev.flywheel.core.performance.Traffic;
import dev.flywheel.core.roster.CreatorId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ads Manager reports, whose columns the user chooses. */
class AdsManagerFormatsTest extends FormatsFixture {

    private static final List<String> BY_DAY = row(
            "By Day",
            "Campaign name",
            "Ad group name",
            "Ad name",
            "Ad ID",
            "Cost",
            "Impressions",
            "Clicks (destination)",
            "CTR (destination)",
            "Video views",
            "Purchases (Shop)",
            "Gross revenue (Shop)",
            "Currency");

    private static List<String> ad(String day, String name, String adId, String cost, String currency) {
        return row(day, "Summer", "US 18+", name, adId, cost, "10,000", "200", "2%", "5,000", "4", "$120.00", currency);
    }

    @Test
    void reads_ads_by_day_and_gives_them_to_the_post_or_creator_that_their_name_holds() {
        Evidence evidence = both(
                "USD",
                "Ads report",
                BY_DAY,
                ad("2026-07-09", "Spark | " + VIDEO + " | hook A", "1800000000000001", "15.00", "USD"),
                ad("2026-07-09", "Spark | " + VIDEO + " | hook A", "1800000000000002", "5.00", "USD"),
                ad("2026-07-10", "Spark " + VIDEO, "1800000000000001", "7.00", "USD"),
                ad("2026-07-10", "spark @Jo.Glow, July", "1800000000000003", "3.00", "USD"),
                ad("2026-07-10", "Evergreen " + PRODUCT, "1800000000000004", "40.00", "USD"),
                row("Total of 5 results", "-", "-", "-", "-", "70.00", "1", "1", "1%", "1", "1", "$1", "USD"));
        counts(Folder.only(evidence), "Ads Manager report", 4, 3, 0);
        assertEquals(
                Optional.of(Folder.period("2026-07-09", "2026-07-10", 0)),
                Folder.only(evidence).period());
        Observation first = evidence.observations().get(0);
        assertEquals(
                List.of(
                        Subject.of(new VideoId(VIDEO)),
                        Period.of(LocalDate.of(2026, 7, 9)),
                        Traffic.PAID,
                        Source.ADS_MANAGER),
                List.of(first.subject(), first.period(), first.traffic(), first.source()));
        assertEquals(
                "VIEWS=10000 CLICKS=400 ORDERS=8 GMV=240.00 USD SPEND=20.00 USD",
                first.funnel().toString());
        assertEquals(
                "VIEWS=5000 CLICKS=200 ORDERS=4 GMV=120.00 USD SPEND=7.00 USD",
                evidence.observations().get(1).funnel().toString());
        assertEquals(
                new Subject.OfCreator(new CreatorId("jo.glow")),
                evidence.observations().get(2).subject());
        assertEquals(3, evidence.observations().size());
        assertTrue(evidence.creators().isEmpty(), "a handle in an ad may be the brand's own account");
        assertEquals(
                List.of("1 rows with a cost of 40.00 USD name neither a post nor a creator: a Spark Ad's row names the"
                        + " ad and not the post"),
                Folder.findings(evidence, Finding.Kind.ROWS_WITHOUT_VIDEO));
        assertEquals(List.of(), evidence.coverage(), "a post may be advertised by an ad that does not name it");
        assertEquals(List.of(), Folder.findings(evidence, Finding.Kind.NUMBERS_DERIVED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two posts %1$s %2$s",
                "longer number 1%1$s",
                "mail jo@shop.com",
                "product 1729000000000000001",
                "no hint",
            })
    void a_name_without_one_possible_post_or_creator_gives_its_cost_to_nobody(String name) {
        Evidence evidence = both(
                "USD",
                "Ads report",
                BY_DAY,
                ad("2026-07-09", String.format(name, VIDEO, OTHER_VIDEO), "1800000000000001", "15.00", "USD"));
        counts(Folder.only(evidence), "Ads Manager report", 0, 2, 0);
        assertTrue(Folder.findings(evidence, Finding.Kind.ROWS_WITHOUT_VIDEO)
                .get(0)
                .contains("15.00 USD"));
        assertEquals(List.of(), evidence.observations());
    }

    @ParameterizedTest
    @CsvSource({"Cost (USD)", "Spend", "Total cost", "Cost"})
    void a_report_of_campaigns_for_a_period_has_no_posts(String cost) {
        Evidence evidence = both(
                "USD",
                "Campaigns 2026-07-09 - 2026-07-15",
                row("Campaign name", "Campaign type", "Primary status", cost, "Impressions", "Clicks (all)"),
                row("Summer " + VIDEO, "Product sales", "Active", "1,500.00", "10,000", "200"),
                row("", "", "", "1,500.00", "10,000", "200"));
        counts(Folder.only(evidence), "Ads Manager report", 0, 3, 0);
        assertEquals(
                List.of("1 rows with a cost of 1500.00 USD name neither a post nor a creator: a Spark Ad's row names"
                        + " the ad and not the post"),
                Folder.findings(evidence, Finding.Kind.ROWS_WITHOUT_VIDEO));
        assertEquals(
                cost.contains("USD")
                        ? List.of()
                        : List.of("nothing in the report says its currency; its amounts are taken as USD"),
                Folder.findings(evidence, Finding.Kind.NUMBERS_DERIVED));
    }

    @Test
    void a_report_without_days_needs_a_period() {
        Evidence evidence = both("USD", "Ads", row("Ad name", "Cost", "Clicks (destination)"), row(VIDEO, "5.00", "9"));
        assertEquals(1, Folder.findings(evidence, Finding.Kind.PERIOD_UNKNOWN).size());
        Evidence named = both(
                "USD",
                "Ads 2026-07-09 - 2026-07-15",
                row("Ad name", "Cost", "Clicks (destination)"),
                row(VIDEO, "5.00", "9"));
        assertEquals(WEEK, named.observations().get(0).period());
    }

    @Test
    void reads_the_korean_names() {
        Evidence evidence = both(
                "KRW",
                "report",
                row(
                        "\uC77C\uBCC4",
                        "\uAD11\uACE0 \uC774\uB984",
                        "\uAD11\uACE0 ID",
                        "\uBE44\uC6A9",
                        "\uB178\uCD9C\uC218",
                        "\uD074\uB9AD\uC218(\uBAA9\uC801\uC9C0)",
                        "\uC804\uD658\uC218"),
                row("2026-07-09", "spark_" + VIDEO, "1800000000000001", "15,000", "10,000", "200", "4"),
                row("\uD569\uACC4", "-", "-", "15,000", "10,000", "200", "4"));
        counts(Folder.only(evidence), "Ads Manager report", 1, 2, 0);
        assertEquals(
                "CLICKS=200 SPEND=15000 KRW",
                evidence.observations().get(0).funnel().toString());
    }

    @Test
    void rows_that_cannot_be_read_are_rejected_and_repeated_ones_used_once() {
        Evidence evidence = both(
                "USD",
                "Ads report",
                BY_DAY,
                ad("2026-07-09", VIDEO, "1800000000000001", "15.00", "USD"),
                ad("2026-07-09", VIDEO, "1800000000000001", "15.00", "USD"),
                ad("2026-07-10", VIDEO, "1800000000000002", "15.00", "KRW"),
                ad("2026-07-10", VIDEO, "1800000000000003", "", "USD"),
                ad("soon", "no hint", "1800000000000004", "15.00", "USD"),
                ad("2026-07-09", "no hint", "1800000000000005", "much", "USD"));
        counts(Folder.only(evidence), "Ads Manager report", 1, 1, 5);
        assertEquals(
                List.of(
                        "the same row is listed on line 2",
                        "an ad account in KRW in a programme that counts in USD",
                        "empty, but every row needs it",
                        "not a date",
                        "not an amount of money"),
                Folder.only(evidence).rejected().stream()
                        .map(rejected -> rejected.reason())
                        .toList());
        assertEquals(1, evidence.observations().size());
        assertEquals(List.of(), Folder.findings(evidence, Finding.Kind.ROWS_WITHOUT_VIDEO));
    }

    @Test
    void ads_of_one_post_and_day_are_set_aside_together() {
        Evidence evidence = both(
                "USD",
                "Ads report",
                BY_DAY,
                ad("2026-07-09", VIDEO, "1800000000000001", "15.00", "USD"),
                ad("2026-07-09", VIDEO, "1800000000000002", "much", "USD"),
                ad("2026-07-10", VIDEO, "1800000000000001", "7.00", "USD"));
        counts(Folder.only(evidence), "Ads Manager report", 1, 1, 2);
        assertEquals(
                "it counts together with line 3, which cannot be used",
                Folder.only(evidence).rejected().get(0).reason());
    }
}
