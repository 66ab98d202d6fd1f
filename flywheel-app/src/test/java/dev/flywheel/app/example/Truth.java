package dev.flywheel.app.example;

/** What no export shows: expected lifetime views, clicks per view and orders per organic click. */
record Truth(double lifetimeViews, double clickRate, double conversionRate) {}
