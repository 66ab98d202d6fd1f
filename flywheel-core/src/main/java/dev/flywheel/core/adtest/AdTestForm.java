package dev.flywheel.core.adtest;

/** How an ad test compares the paid rate with the organic one (statistics 2.2, 2.3 and 2.6). */
public enum AdTestForm {
    /** Against organic clicks from before the start only; organic ones since cannot be told apart. */
    FIXED_BASELINE("against organic clicks from before the start"),
    /** Against organic clicks from before the start and since. */
    GROWING_BASELINE("against organic clicks from before the start and since"),
    /** Day by day against the organic clicks of the same day. */
    CONCURRENT("day by day against the organic clicks of the same day"),
    /** Day by day while organic clicks were many enough; against all organic clicks from then on. */
    CONCURRENT_THEN_GROWING(
            "day by day against the organic clicks of the same day while there were enough, since then against all"),
    /** From orders of both kinds together and the clicks of each. */
    BLENDED("from organic and paid orders together (blended) and the clicks of each");

    private final String words;

    AdTestForm(String words) {
        this.words = words;
    }

    /** {@return how the comparison is made, to stand after "paid clicks are judged"} */
    public String words() {
        return words;
    }
}
