package dev.flywheel.app.example;

import java.time.LocalDate;

/**
 * One invented creator. {@code skill} is the creator's effect on the logarithm of the conversion rate, {@code
 * firstPost} the day number of the first post and {@code videos} the number of posts intended; an idle creator intends none.
 */
record Creator(
        String handle, String displayName, double skill, long followers, boolean invited, int firstPost, int videos) {

    boolean idle() {
        return videos == 0;
    }

    LocalDate firstPostDate() {
        return Season.date(firstPost);
    }
}
