/** The engine of a TikTok Shop affiliate programme: five phases, pure functions, no I/O. */
module dev.flywheel.core {
    requires static org.jspecify;
    requires com.google.common;
    requires org.apache.commons.statistics.distribution;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.rng.simple;
    requires org.apache.commons.rng.sampling;
}
