package dev.flywheel.testkit;

import dev.flywheel.core.cycle.Evidence;
import dev.flywheel.core.performance.Finding;
import dev.flywheel.core.performance.Observation;
import dev.flywheel.core.port.out.EvidenceSource;
import java.util.List;

class InMemoryEvidenceTest extends EvidenceSourceContract {

    @Override
    protected EvidenceSource holding(List<Observation> rows) {
        Evidence.Builder evidence = Evidence.builder();
        rows.forEach(evidence::add);
        return InMemoryEvidence.of(evidence.build());
    }

    @Override
    protected EvidenceSource holdingSomethingUnusable() {
        Finding finding = new Finding(
                Finding.Kind.FILE_UNREADABLE, "orders", "The file ends in the middle of a row.", "Download it again.");
        return InMemoryEvidence.of(Evidence.builder().add(finding).build());
    }

    @Override
    protected EvidenceSource unreadable() {
        return InMemoryEvidence.failing("warehouse", "Connection refused; start the warehouse");
    }
}
