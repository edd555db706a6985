//! A part of the tables that stands for the whole.

use super::{Column, ColumnBuilder, Table, Tables};

impl Tables {
    /// So many accounts evenly spread over the table, with their people, activities and memberships. The same tables
    /// give the same sample.
    pub fn sample(&self, accounts: usize) -> Tables {
        let rows = self.accounts.rows();
        let taken = accounts.min(rows);
        let chosen: Vec<usize> = (0..taken).map(|at| at * rows / taken).collect();
        let mut account_at = vec![None; rows];
        chosen.iter().enumerate().for_each(|(at, &row)| account_at[row] = Some(at as u32));
        let people: Vec<usize> = (0..self.people.rows())
            .filter(|&row| account_at[self.account_of[row] as usize].is_some())
            .collect();
        let mut person_at = vec![None; self.people.rows()];
        people.iter().enumerate().for_each(|(at, &row)| person_at[row] = Some(at as u32));
        let activities = self.activities.iter().filter_map(|activity| {
            let person = person_at[activity.person as usize]?;
            Some(super::Activity { person, ..activity.clone() })
        });
        let members = self.members.iter().filter_map(|member| {
            let person = person_at[member.person as usize]?;
            Some(super::Membership { person, ..member.clone() })
        });
        Tables {
            activities: activities.collect(),
            members: members.collect(),
            account_of: people.iter().filter_map(|&row| account_at[self.account_of[row] as usize]).collect(),
            accounts: rows_of(&self.accounts, &chosen),
            people: rows_of(&self.people, &people),
        }
    }
}

fn rows_of(table: &Table, rows: &[usize]) -> Table {
    let mut part = Table::default();
    for name in table.names() {
        let cells = |column: &Column| {
            let mut builder = ColumnBuilder::default();
            rows.iter().for_each(|&row| builder.push(column.get(row).unwrap_or("")));
            builder.finish()
        };
        if let Some(column) = table.column(name) {
            part.add(name, cells(column));
        }
    }
    part
}
