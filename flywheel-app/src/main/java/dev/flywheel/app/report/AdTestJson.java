package dev.flywheel.app.report;

import static dev.flywheel.app.report.JsonValues.estimate;
import static dev.flywheel.app.report.JsonValues.money;
import static dev.flywheel.app.report.JsonValues.number;
import static dev.flywheel.app.report.JsonValues.object;
import static dev.flywheel.app.report.JsonValues.orNull;
import static dev.flywheel.app.report.JsonValues.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flywheel.core.adtest.AdTestForm;
import dev.flywheel.core.adtest.AdTestNumbers;
import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.adtest.AdTestRecord;
import dev.flywheel.core.adtest.AdTestStart;
import dev.flywheel.core.adtest.Arm;
import dev.flywheel.core.adtest.TestOutlook;
import java.util.Optional;

/** One of the document's {@code adTests}. */
final class AdTestJson {
    private static final double LARGEST_E = 1e300;

    private AdTestJson() {}

    static JsonNode of(AdTestReading reading) {
        AdTestStart start = reading.start();
        ObjectNode node = object().put("id", start.video() + "-" + start.startedOn())
                .put("videoId", start.video().value())
                .put("kind", start.kind().name())
                .put("startedOn", start.startedOn().toString())
                .put("day", reading.day());
        node.set("spend", orNull(reading.spent(), JsonValues::money));
        node.set("paid", arm(reading.paid()));
        node.set("organic", arm(reading.organic()));
        node.set("ratio", orNull(reading.paidToOrganic(), JsonValues::estimate));
        node.set("eDrop", eValue(reading.logEDrop()));
        node.set("eHold", eValue(reading.logEHold()));
        node.set("logEDrop", number(reading.logEDrop()));
        node.set("logEHold", number(reading.logEHold()));
        node.set("probabilityProfitable", number(reading.probabilityProfitable()));
        node.set("expectedProfitPerDay", estimate(reading.expectedProfitPerDay()));
        node.put("verdict", reading.verdict().name())
                .put("action", reading.move().name());
        ObjectNode budget = object();
        budget.set("from", money(start.budgetPerDay()));
        budget.set("to", money(reading.budgetPerDay()));
        node.set("budget", budget);
        node.set("because", texts(reading.because()));
        addHow(node, reading);
        return node;
    }

    /** How the arms were compared, and when an answer is likely. */
    private static void addHow(ObjectNode node, AdTestReading reading) {
        Optional<AdTestNumbers> numbers = reading.recorded().map(AdTestRecord::numbers);
        Optional<AdTestForm> form = numbers.flatMap(AdTestNumbers::comparedBy);
        node.put("form", form.map(Enum::name).orElse(null));
        node.put("blended", form.filter(AdTestForm.BLENDED::equals).isPresent());
        node.set("runningRatio", orNull(numbers.flatMap(AdTestNumbers::runningRatio), JsonValues::estimate));
        node.set("answerLikely", orNull(numbers.map(AdTestNumbers::outlook), AdTestJson::outlook));
        node.put("standsTogether", reading.standsTogether().orElse(null));
        node.put(
                "testedSince",
                reading.recorded()
                        .map(record -> record.plan().startedOn())
                        .orElse(reading.start().startedOn())
                        .toString());
    }

    private static JsonNode outlook(TestOutlook outlook) {
        ObjectNode node = object();
        node.set("half", answer(outlook.half()));
        node.set("sixTenths", answer(outlook.sixTenths()));
        node.set("hold", answer(outlook.hold()));
        return node;
    }

    private static JsonNode answer(TestOutlook.Answer answer) {
        ObjectNode node = object();
        node.set("orders", number(answer.orders()));
        node.set("days", answer.days() == null ? NullNode.getInstance() : number(answer.days()));
        return node;
    }

    private static JsonNode arm(Arm arm) {
        ObjectNode node = object();
        node.set("clicks", JsonValues.count(arm.clicks()));
        node.set("maturedClicks", number(arm.maturedClicks()));
        return node.put("orders", arm.orders());
    }

    /** An e-value multiplies over days without bound; beyond 1e300 only its logarithm is exact. */
    private static JsonNode eValue(double logE) {
        return number(Math.min(Math.exp(logE), LARGEST_E));
    }
}
