package dev.flywheel.core.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuadratureTest {

    @Test
    void sums_every_power_up_to_thirty_one_exactly() {
        for (int power = 0; power <= 31; power++) {
            double sum = 0;
            for (int point = 0; point < Quadrature.POINTS; point++) {
                sum += Quadrature.weight(point) * Math.pow(Quadrature.at(point), power);
            }
            assertEquals(1.0 / (power + 1), sum, 1e-14, "power " + power);
        }
    }
}
