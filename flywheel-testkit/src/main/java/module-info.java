/** Port contracts and in-memory ports, for adapters and embedders to test against. */
module dev.flywheel.testkit {
    requires transitive dev.flywheel.core;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports dev.flywheel.testkit;
}
