package dev.flywheel.app.example;

import java.util.List;

/** Captions as creators write them, the awkward ones included. */
final class Captions {

    private static final List<String> OPENERS = List.of(
            "My skin after 14 days of Northpeak",
            "POV: you finally found a routine that sticks",
            "Nobody told me this about vitamin C",
            "Is it worth the hype?",
            "Wait for the before and after",
            "Three things I wish I knew sooner",
            "Get unready with me",
            "This sold out twice for a reason");
    private static final List<String> CLOSERS = List.of(
            "#northpeak #skincare",
            "link in the orange cart 🛒",
            "#tiktokshopfinds ✨✨",
            "run don't walk 🏃‍♀️",
            "#glowup #SkinTok",
            "@northpeak thank you",
            "  ",
            "");
    private static final List<String> AWKWARD = List.of(
            "အသားအရေ ကောင်းဖို့ ဒါလေး သုံးကြည့်ပါ 💧",
            "She said \"trust me\", and I did",
            "Serum, then cream, then SPF, in that order",
            "Line one\nline two\nline three 🌙",
            "Morning\tnight\tmorning again",
            "=1+1 reasons to try it",
            "@northpeak you did it again",
            "-20 minutes, +20 glow 🧴🫧",
            "#A#GlowDropSet#Serum#",
            "🧑🏽‍🚀🪩 out of this world 𝓰𝓵𝓸𝔀 ");

    private Captions() {}

    static String draw(Dice dice) {
        if (dice.chance(0.06)) {
            return dice.pick(AWKWARD);
        }
        return (dice.pick(OPENERS) + " " + dice.pick(CLOSERS)).stripLeading();
    }
}
