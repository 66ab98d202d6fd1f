package dev.flywheel.core.cycle;

/** The five phases of a rotation and the question each of them answers. */
public enum Phase {
    SEED("Who should make videos for us next?"),
    MEASURE("What do we really know?"),
    SELECT("What converts and pays, and how sure are we?"),
    AMPLIFY("Which posts deserve ad money, and does it hold?"),
    COMPOUND("What did this round teach, and did the wheel turn faster?");

    private final String question;

    Phase(String question) {
        this.question = question;
    }

    /** {@return the question it answers} */
    public String question() {
        return question;
    }
}
