package dev.flywheel.core.cycle;

import dev.flywheel.core.adtest.AdTestReading;
import dev.flywheel.core.content.Brief;
import dev.flywheel.core.learning.TagEffect;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.ImportReport;
import dev.flywheel.core.winner.Rankings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * One pass through the five phases. The same evidence, programme, as-of date and seed give an equal rotation.
 *
 * @param brand the brand
 * @param number the number of the rotation, from 1
 * @param id its name: the same inputs give the same id
 * @param asOf the last day it looked at
 * @param zone the brand's zone
 * @param currency the brand's currency
 * @param seed the seed of every draw
 * @param digest a digest of the evidence that it used
 * @param imports what each file gave
 * @param dataQuality what is wrong with the data, most severe first
 * @param phases what each phase found out
 * @param rankings who and what earns money
 * @param adTests what each running test says
 * @param actions what to do, most urgent and valuable first
 * @param effects what hooks, angles, placements and formats do to conversion
 * @param briefs what to try next
 * @param momentum whether the wheel turns faster
 * @param halo what can be said about branded search
 * @param decisions every decision with its record, from which it can be taken again
 */
public record Rotation(
        String brand,
        int number,
        String id,
        LocalDate asOf,
        ZoneId zone,
        Currency currency,
        long seed,
        String digest,
        List<ImportReport> imports,
        List<Finding> dataQuality,
        List<PhaseReport> phases,
        Rankings rankings,
        List<AdTestReading> adTests,
        List<Proposal> actions,
        List<TagEffect> effects,
        List<Brief> briefs,
        Momentum momentum,
        String halo,
        List<Decision> decisions) {

    /** Checks and copies. */
    public Rotation {
        Objects.requireNonNull(id, "id");
        imports = List.copyOf(imports);
        dataQuality = List.copyOf(dataQuality);
        phases = List.copyOf(phases);
        adTests = List.copyOf(adTests);
        actions = List.copyOf(actions);
        effects = List.copyOf(effects);
        briefs = List.copyOf(briefs);
        decisions = List.copyOf(decisions);
    }
}
