import { Label, Slider, SliderThumb, SliderTrack } from "react-aria-components";
import { useResults } from "../../core/results";
import type { Report } from "../../core/types";
import { useSpeech } from "../../i18n";

/** The day whose figures the canvas shows. */
export function DaySlider({ report }: { report: Report }) {
  const { t } = useSpeech();
  const last = report.horizonDays;
  const day = useResults((state) => state.day) ?? last;
  return (
    <Slider
      className="day"
      minValue={0}
      maxValue={last}
      step={1}
      value={day}
      onChange={(next) => useResults.setState({ day: next === last ? null : next })}
    >
      <Label className="unseen">{t("day.label")}</Label>
      <SliderTrack className="day-track">
        {({ state }) => (
          <>
            <div className="day-rail">
              <div style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            </div>
            <SliderThumb className="day-thumb" />
          </>
        )}
      </SliderTrack>
      <span className="day-words figures" data-testid="day">
        {t("day.of", { day, last })}
      </span>
    </Slider>
  );
}
