/** Carries announcements to HTTP endpoints as signed webhooks. */
module dev.flywheel.adapters.http {
    requires transitive dev.flywheel.core;
    requires static org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires java.net.http;

    exports dev.flywheel.adapters.http;
}
