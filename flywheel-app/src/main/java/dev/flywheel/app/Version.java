package dev.flywheel.app;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest, and the Java that runs it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "flywheel " + Objects.requireNonNullElse(version, "(not packaged)"),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vm.vendor")
        };
    }
}
