package dev.flywheel.core.decision;

/** The engine that decides. */
public final class Engine {

    /** The version of the code, as in the build; a decision that is taken again by another version may differ. */
    public static final String VERSION = "0.1.0-SNAPSHOT";

    private Engine() {}
}
