package dev.flywheel.testkit;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.port.out.EvidenceSource;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes rows or answers on their way, drops what it cannot use, and hides that it failed. */
final class BrokenEvidence extends EvidenceSourceContract {

    private final UnaryOperator<List<Observation>> rowFlaw;
    private final UnaryOperator<EvidenceSource> sourceFlaw;

    static BrokenEvidence by(UnaryOperator<List<Observation>> rowFlaw) {
        return new BrokenEvidence(rowFlaw, source -> source);
    }

    BrokenEvidence(UnaryOperator<List<Observation>> rowFlaw, UnaryOperator<EvidenceSource> sourceFlaw) {
        this.rowFlaw = rowFlaw;
        this.sourceFlaw = sourceFlaw;
    }

    @Override
    protected EvidenceSource holding(List<Observation> rows) {
        Evidence.Builder evidence = Evidence.builder();
        rowFlaw.apply(rows).forEach(evidence::add);
        return sourceFlaw.apply(InMemoryEvidence.of(evidence.build()));
    }

    @Override
    protected EvidenceSource holdingSomethingUnusable() {
        return holding(List.of());
    }

    @Override
    protected EvidenceSource unreadable() {
        return holding(List.of());
    }
}
