/** The command line: reads a folder of exports, turns the wheel once, and reports. */
module dev.flywheel.app {
    requires static org.jspecify;
    requires dev.flywheel.core;
    requires dev.flywheel.adapters.csv;
    requires dev.flywheel.adapters.http;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.toml;
    requires info.picocli;

    opens dev.flywheel.app to
            info.picocli;
}
