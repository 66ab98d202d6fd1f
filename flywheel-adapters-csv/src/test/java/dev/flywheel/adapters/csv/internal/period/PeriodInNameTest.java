package dev.flywheel.adapters.csv.internal.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodInNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Creator_List_20260709-20260715_20260716082822.xlsx|2026-07-09..2026-07-15|false",
                "Transaction_Analysis_Creator_List_20260724-20260724.xlsx|2026-07-24..2026-07-24|false",
                "Creative data 2025-05-12 - 2025-06-22 - Product 1730837453039702652 (1).xlsx|2025-05-12..2025-06-22|false",
                "creative data for product campaigns 2025-07-20 00 ~ 2025-07-26 20.xlsx|2025-07-20..2025-07-26|false",
                "Product campaign data 2025-08-18 - 2025-08-18 (5).csv|2025-08-18..2025-08-18|false",
                "Video_List_20250604-20250831_20250902023532 (5).xlsx|2025-06-04..2025-08-31|false",
                "US_Search_Query_Performance_Brand_View_Simple_Week_2026_02_07.csv|2026-02-01..2026-02-07|false",
                "CA_Top_search_terms_Simple_Month_2025_08_31.csv|2025-08-01..2025-08-31|false",
                "X_Comprehensive_Quarter_2024_03_31.csv|2024-01-01..2024-03-31|false",
                "report_2026_02_07.csv|2026-02-07..2026-02-07|true",
                "Bondie_Creator_Data_20260722.xlsx|2026-07-22..2026-07-22|true",
                "Brand_Aug_1_-_31,_25.xlsx|2025-08-01..2025-08-31|false",
                "Brand Aug 25 - Sep 5, 2025.csv|2025-08-25..2025-09-05|false",
                "Brand_Dec_28_-_Jan_3,_26|2025-12-28..2026-01-03|false",
                "2026-07-01 ~ 2026-07-07|2026-07-01..2026-07-07|false"
            })
    void finds_the_period(String name, String period, boolean assumed) {
        PeriodInName found = PeriodInName.find(name).orElseThrow();
        assertEquals(period, found.period().toString());
        assertEquals(assumed, found.assumed());
    }

    @Test
    void finds_the_second_of_the_export() {
        assertEquals(
                "2026-07-16T08:28:22",
                String.valueOf(PeriodInName.find("Creator_List_20260709-20260715_20260716082822.xlsx")
                        .orElseThrow()
                        .exportedAt()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export.xlsx",
                "Product 1730837453039702652.csv",
                "20260715-20260709.csv",
                "2026-02-30 - 2026-03-01.csv",
                "Creator_List_20260230-20260301.csv",
                "Top 5 - 10, 25.csv",
                ""
            })
    void finds_none_where_there_is_none(String name) {
        assertTrue(PeriodInName.find(name).isEmpty(), () -> String.valueOf(PeriodInName.find(name)));
    }
}
