package dev.flywheel.adapters.csv.internal.table;

/** A file that cannot be used as a whole. The message is written for the person who downloaded it. */
public final class FileRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 300;

    private final String remedy;

    /**
     * Creates the refusal.
     *
     * @param reason what is wrong, with the place in the file where it is known; what is longer than a few lines is cut
     * @param remedy what to do about it
     */
    public FileRefused(String reason, String remedy) {
        super(reason.length() > LONGEST ? reason.substring(0, LONGEST) + "..." : reason);
        this.remedy = remedy;
    }

    /** {@return what is wrong} */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** {@return what to do about it} */
    public String remedy() {
        return remedy;
    }
}
