package dev.flywheel.core.adtest;

import dev.flywheel.core.stats.EBenjaminiHochberg;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * All running tests at once: of many tests some reach their threshold by chance. The e-BH procedure keeps the expected
 * share of false answers among those that stand at alpha (statistics 1.4 and 8). It informs and overrules nothing: each
 * verdict keeps its own guarantee.
 */
public final class TestsTogether {

    private TestsTogether() {}

    /**
     * Says of every answer whether it stands together with the others. Drops and holds are two families.
     *
     * @param readings one reading of each running test
     * @param alpha the accepted expected share of false answers, in (0, 1)
     * @return the readings in the same order; those without an answer, and a single one, are unchanged
     */
    public static List<AdTestReading> looked(Collection<AdTestReading> readings, double alpha) {
        List<AdTestReading> asked = readings.stream()
                .filter(reading -> !(reading.verdict() instanceof AdTestVerdict.InsufficientAttribution))
                .toList();
        if (asked.size() < 2) {
            return List.copyOf(readings);
        }
        boolean[] drops =
                stand(asked.stream().mapToDouble(AdTestReading::logEDrop).toArray(), alpha);
        boolean[] holds =
                stand(asked.stream().mapToDouble(AdTestReading::logEHold).toArray(), alpha);
        List<AdTestReading> looked = new ArrayList<>();
        int i = 0;
        for (AdTestReading reading : readings) {
            boolean refused = reading.verdict() instanceof AdTestVerdict.InsufficientAttribution;
            looked.add(refused ? reading : beside(reading, drops[i], holds[i], asked.size(), alpha));
            i += refused ? 0 : 1;
        }
        return looked;
    }

    private static boolean[] stand(double[] logE, double alpha) {
        return EBenjaminiHochberg.rejected(logE, alpha);
    }

    private static AdTestReading beside(AdTestReading reading, boolean drop, boolean hold, int tests, double alpha) {
        boolean stands;
        if (reading.verdict() instanceof AdTestVerdict.Dropped) {
            stands = drop;
        } else if (reading.verdict() instanceof AdTestVerdict.Holds) {
            stands = hold;
        } else if (reading.verdict() instanceof AdTestVerdict.SlippedWithinMargin) {
            stands = drop && hold;
        } else {
            return reading;
        }
        String share = Math.round(100 * alpha) + " %";
        return reading.beside(
                stands,
                stands
                        ? "The answer stands together with the other tests: of all that stand, at most " + share
                                + " are expected to be wrong (" + tests + " tests)."
                        : "Looked at together with the other tests (" + tests + "), the answer could be one of the "
                                + share + " that chance brings; for this test alone it holds.");
    }
}
