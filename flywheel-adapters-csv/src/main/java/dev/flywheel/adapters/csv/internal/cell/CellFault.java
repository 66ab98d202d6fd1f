package dev.flywheel.adapters.csv.internal.cell;

/** A cell that does not hold what its column promises. */
public final class CellFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Creates the fault.
     *
     * @param reason what is wrong with the cell
     * @param remedy what to do
     */
    public CellFault(String reason, String remedy) {
        super(reason, null, false, false);
        this.remedy = remedy;
    }

    /** {@return what is wrong with the cell} */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** {@return what to do} */
    public String remedy() {
        return remedy;
    }
}
