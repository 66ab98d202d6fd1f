package dev.flywheel.core.performance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What was observed of one subject, in any order. Of the same source, traffic and period the newest holds; the older ones
 * are thrown away whenever twice as many have come in as were left the last time. Not thread-safe.
 */
final class ObservationsOfSubject {

    private static final int FEW = 8;
    private static final Comparator<Observation> NEWER = Comparator.comparing(Observation::asOf)
            .thenComparing(observation -> observation.funnel().toString());

    private Observation[] seen = new Observation[FEW];
    private int size;

    void add(Observation observation) {
        if (size == seen.length) {
            keepNewest();
            seen = Arrays.copyOf(seen, Math.max(FEW, 2 * size));
        }
        seen[size++] = observation;
    }

    /** {@return the newest observation of each kind, by source, traffic and period} */
    List<Observation> newest() {
        keepNewest();
        return Arrays.asList(Arrays.copyOf(seen, size));
    }

    private void keepNewest() {
        if (isInOrder()) {
            return;
        }
        Arrays.sort(seen, 0, size, ObservationsOfSubject::compare);
        int kept = 0;
        for (int i = 1; i < size; i++) {
            if (compare(seen[kept], seen[i]) != 0) {
                seen[++kept] = seen[i];
            } else if (NEWER.compare(seen[kept], seen[i]) < 0) {
                seen[kept] = seen[i];
            }
        }
        size = kept + 1;
        Arrays.fill(seen, size, seen.length, null);
    }

    private boolean isInOrder() {
        for (int i = 1; i < size; i++) {
            if (compare(seen[i - 1], seen[i]) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static int compare(Observation left, Observation right) {
        int bySource = left.source().compareTo(right.source());
        int byTraffic = bySource != 0 ? bySource : left.traffic().compareTo(right.traffic());
        return byTraffic != 0 ? byTraffic : left.period().compareTo(right.period());
    }
}
