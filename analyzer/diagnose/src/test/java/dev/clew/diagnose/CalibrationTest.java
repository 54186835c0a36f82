package dev.clew.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final Calibration TABLE =
            new Calibration(
                    List.of(
                            new Calibration.Row("signature", "cause", "cilium", 90, 90),
                            new Calibration.Row("signature", "cause", "helm", 10, 5),
                            new Calibration.Row("error", "cause", "app", 10, 6)));

    @Test
    void aFewCasesOfAnAreaDoNotDecideAlone() {
        assertThat(TABLE.confidence(Basis.SIGNATURE, Role.CAUSE, "cilium-x"))
                .isGreaterThan(0.98)
                .isLessThan(1);
    }

    @Test
    void itIsNeverAboveWhatWasMeasured() {
        assertThat(TABLE.confidence(Basis.SIGNATURE, Role.CAUSE, "helm-x")).isEqualTo(0.5);
        for (Calibration.Row row : Calibration.measured().rows()) {
            Basis basis = row.basis().equals("error") ? Basis.ERROR : Basis.SIGNATURE;
            Role role = row.role().equals("cause") ? Role.CAUSE : Role.SYMPTOM;
            assertThat(Calibration.measured().confidence(basis, role, row.area() + "-x"))
                    .isLessThanOrEqualTo((double) row.right() / row.cases());
        }
    }

    @Test
    void whatIsStatedIsCloseToWhatWasMeasured() {
        assertThat(TABLE.error()).isLessThan(0.05);
        assertThat(Calibration.measured().error()).isLessThanOrEqualTo(0.05);
        assertThat(Calibration.measured().rows().stream().mapToInt(Calibration.Row::cases).sum())
                .isGreaterThan(300);
    }

    @Test
    void whatWasNotMeasuredIsTakenForTheLeastOfItsRole() {
        assertThat(TABLE.confidence(Basis.STATE, Role.CAUSE, "k8s-x")).isEqualTo(0.5);
        assertThat(TABLE.confidence(Basis.ERROR, Role.SYMPTOM, "app-x")).isZero();
    }
}
