//! What a difference allows to say, and what not.

use serde::Serialize;
use ts_rs::TS;

use crate::primitives::Text;
use crate::report::{Estimate, student};

/// What can be said of one figure of a comparison.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Verdict {
    pub figure: String,
    pub says: Says,
    /// b − a.
    pub difference: Estimate,
    /// Inside the noise: about so many more replications would tell; null where no number of use would.
    pub more: Option<u32>,
}

/// The window has its own sentence for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Says {
    /// B is higher than A: the interval lies above 0.
    Higher,
    /// B is lower than A.
    Lower,
    /// The same in every replication.
    Same,
    /// The interval holds 0: the two can't be told apart.
    Noise,
    /// One replication has no interval.
    OneReplication,
    /// Undefined in some replication of one of the two.
    Undefined,
}

/// Beyond so many replications more of them are no answer.
const MOST: u32 = 100_000;

impl Verdict {
    /// From the interval of the paired differences and their standard deviation.
    pub(super) fn new(figure: &str, difference: Estimate, deviation: f64, replications: u32) -> Verdict {
        let says = match (difference.mean, difference.low, difference.high) {
            (Some(mean), Some(low), Some(high)) => {
                if replications < 2 {
                    Says::OneReplication
                } else if mean == 0.0 && deviation == 0.0 {
                    Says::Same
                } else if low > 0.0 {
                    Says::Higher
                } else if high < 0.0 {
                    Says::Lower
                } else {
                    Says::Noise
                }
            }
            _ => Says::Undefined,
        };
        let more = difference.mean.filter(|_| says == Says::Noise);
        let more = more.and_then(|mean| replications_for(deviation, mean.abs()));
        let more = more.map(|needed| needed.saturating_sub(replications).max(1));
        Verdict { figure: figure.to_owned(), says, difference, more }
    }

    /// One sentence on what can be said and what can't.
    pub fn sentence(&self) -> Text {
        let figure = &self.figure;
        let shown = |value: Option<f64>| short(value.unwrap_or(0.0));
        let Estimate { mean, low, high } = self.difference;
        let amount = short(mean.unwrap_or(0.0).abs());
        let (mean, low, high) = (shown(mean), shown(low), shown(high));
        match (self.says, self.more) {
            (Says::Higher, _) => Text::new(
                format!("{figure}: B is higher by {amount} (95% interval {low} to {high})."),
                format!("{figure}: B es mayor en {amount} (intervalo del 95 %: de {low} a {high})."),
            ),
            (Says::Lower, _) => Text::new(
                format!("{figure}: B is lower by {amount} (95% interval {low} to {high})."),
                format!("{figure}: B es menor en {amount} (intervalo del 95 %: de {low} a {high})."),
            ),
            (Says::Same, _) => Text::new(
                format!("{figure}: A and B are the same in every replication."),
                format!("{figure}: A y B son iguales en todas las réplicas."),
            ),
            (Says::Noise, Some(more)) => Text::new(
                format!(
                    "{figure}: the difference of {mean} is inside the noise (95% interval {low} to {high}); about {more} more replications would tell."
                ),
                format!(
                    "{figure}: la diferencia de {mean} está dentro del ruido (intervalo del 95 %: de {low} a {high}); unas {more} réplicas más lo aclararían."
                ),
            ),
            (Says::Noise, None) => Text::new(
                format!(
                    "{figure}: the difference of {mean} is inside the noise (95% interval {low} to {high}), and too small for more replications to tell."
                ),
                format!(
                    "{figure}: la diferencia de {mean} está dentro del ruido (intervalo del 95 %: de {low} a {high}), y es demasiado pequeña para que más réplicas la aclaren."
                ),
            ),
            (Says::OneReplication, _) => Text::new(
                format!(
                    "{figure}: B differs by {mean} in the one replication; two or more are needed to say how sure that is."
                ),
                format!(
                    "{figure}: B difiere en {mean} en la única réplica; hacen falta dos o más para saber con qué seguridad."
                ),
            ),
            (Says::Undefined, _) => Text::new(
                format!(
                    "{figure}: it is undefined in some replication of A or B, so nothing can be said of it."
                ),
                format!(
                    "{figure}: no está definida en alguna réplica de A o de B, así que no se puede decir nada de ella."
                ),
            ),
        }
    }
}

/// The least number of replications whose half-interval t · s / √n is at most `width`, as the deviation is now.
/// None beyond the most.
pub(crate) fn replications_for(deviation: f64, width: f64) -> Option<u32> {
    let enough = |n: u32| student(f64::from(n) - 1.0) * deviation / f64::from(n).sqrt() <= width;
    if width <= 0.0 || !enough(MOST) {
        return None;
    }
    // The half-interval falls with n.
    let (mut below, mut above) = (1, MOST);
    while above - below > 1 {
        let middle = below + (above - below) / 2;
        if enough(middle) { above = middle } else { below = middle }
    }
    Some(above)
}

/// Four significant digits: enough to read, and never more than the figure is worth.
pub(crate) fn short(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let digits = (3 - value.abs().log10().floor() as i32).clamp(0, 12) as usize;
    let text = format!("{value:.digits$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}
