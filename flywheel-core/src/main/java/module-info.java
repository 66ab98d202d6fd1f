/** The engine of a TikTok Shop affiliate programme: five phases, pure functions, no I/O. */
module dev.flywheel.core {
    requires static transitive org.jspecify;
    requires com.google.common;
    requires org.apache.commons.statistics.distribution;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.rng.simple;
    requires org.apache.commons.rng.sampling;

    exports dev.flywheel.core;
    exports dev.flywheel.core.money;
    exports dev.flywheel.core.program;
    exports dev.flywheel.core.roster;
    exports dev.flywheel.core.content;
    exports dev.flywheel.core.performance;
    exports dev.flywheel.core.decision;
    exports dev.flywheel.core.adtest;
    exports dev.flywheel.core.learning;
    exports dev.flywheel.core.halo;
    exports dev.flywheel.core.cycle;
    exports dev.flywheel.core.winner;
    exports dev.flywheel.core.ledger;
    exports dev.flywheel.core.port.in;
    exports dev.flywheel.core.port.out;
}
